package io.travelsuite.security.data;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.secret.Secret;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** What the tests of this package share. */
public final class Samples {

  public static final OperatorId OPERATOR = new OperatorId(new UUID(1, 1));
  public static final OperatorId OTHER = new OperatorId(new UUID(1, 2));

  private Samples() {}

  public static Secret key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Secret.of(bytes);
  }

  public static DataSubject subject(int number) {
    return new DataSubject(OPERATOR, new UUID(7, number));
  }

  public static RowPlace row(int number) {
    return new RowPlace(OPERATOR, "travel_booking", new UUID(9, number).toString());
  }

  public static KeyRing ring() {
    return KeyRing.of("a", Map.of("a", key(1)));
  }
}
