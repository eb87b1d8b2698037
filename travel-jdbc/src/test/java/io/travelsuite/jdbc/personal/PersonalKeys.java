package io.travelsuite.jdbc.personal;

import io.travelsuite.jdbc.PersonalDataKeys;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.key.SigningKeys;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/** Keys of tests. */
public final class PersonalKeys {

  static final Secret ROOT = Secret.of("0123456789abcdef0123456789abcdef");
  static final Secret NEXT_ROOT = Secret.of("fedcba9876543210fedcba9876543210");

  private PersonalKeys() {}

  /** Of one ring and one root. */
  public static PersonalDataKeys of(Clock clock) {
    return PersonalDataKeys.of(ring("a"), SigningKeys.of(ROOT), clock);
  }

  /** Two keys, of which one wraps. */
  static KeyRing ring(String current) {
    return KeyRing.of(current, Map.of("a", key(1), "b", key(2)));
  }

  private static Secret key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Secret.of(bytes);
  }
}
