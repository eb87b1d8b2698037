package io.travelsuite.security.password;

import java.util.Optional;
import java.util.stream.Stream;

/** A password's hash as it is stored, read and ready to be compared with. */
interface StoredHash {

  /**
   * Whether it is the hash of a password; takes the time that it was made to take.
   *
   * @param password as it was typed
   */
  boolean matches(String password);

  /** What a stored text is, if it is a hash of a kind known here and of bounded cost. */
  static Optional<StoredHash> parse(String stored) {
    return Stream.of(Argon2id.parse(stored), Bcrypt.parse(stored), DjangoPbkdf2.parse(stored))
        .<StoredHash>flatMap(Optional::stream)
        .findFirst();
  }
}
