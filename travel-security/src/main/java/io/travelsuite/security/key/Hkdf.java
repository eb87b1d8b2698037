package io.travelsuite.security.key;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Arrays;
import javax.crypto.Mac;

/** HKDF with SHA-256 (RFC 5869): keys of their own from one that is good and secret. */
public final class Hkdf {

  private static final int HASH_BYTES = 32;
  private static final int MOST_BYTES = 255 * HASH_BYTES;

  private Hkdf() {}

  /**
   * Derives a key.
   *
   * @param root the keying material
   * @param salt not secret, may be empty
   * @param purpose what the key is for: each its own
   * @param length bytes, 1 to 8,160
   * @return the key
   */
  public static byte[] derive(byte[] root, byte[] salt, byte[] purpose, int length) {
    unless(length >= 1 && length <= MOST_BYTES, "length", length, "must be 1 to 8,160 bytes");
    Mac expand = Hmac.keyed(Hmac.SHA256, Hmac.keyed(Hmac.SHA256, salt).doFinal(root));
    byte[] key = new byte[length];
    byte[] block = {};
    for (int done = 0, counter = 1; done < length; done += HASH_BYTES, counter++) {
      expand.update(block);
      expand.update(purpose);
      block = expand.doFinal(new byte[] {(byte) counter});
      System.arraycopy(block, 0, key, done, Math.min(HASH_BYTES, length - done));
    }
    Arrays.fill(block, (byte) 0);
    return key;
  }
}
