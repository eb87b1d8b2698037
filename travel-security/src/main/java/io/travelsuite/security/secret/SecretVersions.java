package io.travelsuite.security.secret;

import io.travelsuite.secret.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A secret that may be in the middle of its rotation.
 *
 * @param current the one to use
 * @param previous the one it replaced, which is accepted for some time still; or null
 * @param since since when there is the current one, as its source or the first look at it tells; or
 *     null when nobody knows
 */
public record SecretVersions(Secret current, @Nullable Secret previous, @Nullable Instant since) {

  /**
   * {@return a secret that nobody is rotating}
   *
   * @param current the secret
   */
  public static SecretVersions of(Secret current) {
    return new SecretVersions(current, null, null);
  }

  /** {@return what is accepted: the current one first} */
  public List<Secret> accepted() {
    Secret before = previous;
    return before == null ? List.of(current) : List.of(current, before);
  }

  /**
   * {@return whether some bytes are one of the accepted secrets}
   *
   * @param presented the bytes somebody presented
   */
  public boolean matches(byte[] presented) {
    boolean matches = false;
    for (Secret secret : accepted()) {
      matches |= secret.matches(presented);
    }
    return matches;
  }

  SecretVersions withoutPrevious() {
    return new SecretVersions(current, null, since);
  }
}
