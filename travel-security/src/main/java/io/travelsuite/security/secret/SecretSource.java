package io.travelsuite.security.secret;

import java.util.Optional;

/** A place where secrets are kept. An implementation is safe for use by many threads. */
@FunctionalInterface
public interface SecretSource {

  /**
   * Looks a secret up.
   *
   * @param name its name: capital letters, digits and {@code _}, as of a variable of the
   *     environment
   * @return its versions, or empty when this place has none of that name
   * @throws SecretSourceException if the place can't be asked, or what it says can't be meant. It
   *     is not taken for an absence: another source, which may hold an older value, is not asked
   */
  Optional<SecretVersions> find(String name);
}
