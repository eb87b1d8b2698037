package io.travelsuite.security.password;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * Bcrypt in the forms 2a, 2b and 2y, to verify what another system stored. 2x is refused: it marks
 * hashes of an implementation that lost bits.
 */
record Bcrypt(String stored) implements StoredHash {

  /** What it takes; implementations differ in what they do with more, most cut it silently. */
  private static final int MOST_BYTES = 72;

  /** Cost 4 to 16: 16 takes seconds, and the scheme's own limit of 31 takes days. */
  private static final Pattern FORM =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

  static Optional<Bcrypt> parse(String stored) {
    return FORM.matcher(stored).matches() ? Optional.of(new Bcrypt(stored)) : Optional.empty();
  }

  /**
   * A password of more than 72 bytes never matches, and takes as long: whoever set one elsewhere
   * has a hash of its first 72, which anybody who knows these may pass with, and must set a new
   * one.
   */
  @Override
  public boolean matches(String password) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    boolean fits = bytes.length <= MOST_BYTES;
    boolean same = OpenBSDBCrypt.checkPassword(stored, fits ? bytes : new byte[MOST_BYTES]);
    return fits && same;
  }

  /** Not the hash. */
  @Override
  public String toString() {
    return "Bcrypt[hidden]";
  }
}
