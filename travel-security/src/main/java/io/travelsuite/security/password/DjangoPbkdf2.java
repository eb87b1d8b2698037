package io.travelsuite.security.password;

import io.travelsuite.security.key.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * PBKDF2 (RFC 8018) as Django stores it, {@code pbkdf2_sha256$iterations$salt$hash} and its older
 * {@code pbkdf2_sha1}, to verify what it stored.
 */
final class DjangoPbkdf2 implements StoredHash {

  private static final Pattern FORM =
      Pattern.compile(
          "pbkdf2_(sha256|sha1)\\$(\\d{1,7})\\$([A-Za-z0-9]{1,64})\\$([A-Za-z0-9+/]{27,43}=)");

  /** Django 5.2 makes 1,000,000; more than this is not a hash but an attack on the CPU. */
  private static final int MOST_ITERATIONS = 3_000_000;

  private final String algorithm;
  private final int iterations;
  private final String salt;
  private final byte[] hash;

  private DjangoPbkdf2(String algorithm, int iterations, String salt, byte[] hash) {
    this.algorithm = algorithm;
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  static Optional<DjangoPbkdf2> parse(String stored) {
    Matcher match = FORM.matcher(stored);
    if (!match.matches()) {
      return Optional.empty();
    }
    String algorithm = match.group(1).equals("sha1") ? Hmac.SHA1 : Hmac.SHA256;
    int iterations = Integer.parseInt(match.group(2));
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      return Optional.empty();
    }
    try {
      byte[] hash = Base64.getDecoder().decode(match.group(4));
      return Optional.of(new DjangoPbkdf2(algorithm, iterations, match.group(3), hash));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  @Override
  public boolean matches(String password) {
    Mac mac = Hmac.keyed(algorithm, password.getBytes(StandardCharsets.UTF_8));
    byte[] computed =
        derive(mac, salt.getBytes(StandardCharsets.US_ASCII), iterations, mac.getMacLength());
    return MessageDigest.isEqual(hash, computed);
  }

  /** RFC 8018, 5.2. The JDK's own takes no password of bytes, as its test vectors have. */
  static byte[] derive(Mac mac, byte[] salt, int iterations, int length) {
    byte[] derived = new byte[length];
    int size = mac.getMacLength();
    for (int done = 0, block = 1; done < length; done += size, block++) {
      byte[] part = block(mac, salt, iterations, block);
      System.arraycopy(part, 0, derived, done, Math.min(size, length - done));
    }
    return derived;
  }

  private static byte[] block(Mac mac, byte[] salt, int iterations, int number) {
    mac.update(salt);
    for (int shift = 24; shift >= 0; shift -= 8) {
      mac.update((byte) (number >>> shift));
    }
    byte[] last = mac.doFinal();
    byte[] sum = last.clone();
    for (int i = 1; i < iterations; i++) {
      last = mac.doFinal(last);
      for (int at = 0; at < sum.length; at++) {
        sum[at] ^= last[at];
      }
    }
    Arrays.fill(last, (byte) 0);
    return sum;
  }

  /** Not the hash. */
  @Override
  public String toString() {
    return "DjangoPbkdf2[" + iterations + "]";
  }
}
