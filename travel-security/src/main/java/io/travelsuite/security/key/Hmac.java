package io.travelsuite.security.key;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMACs (RFC 2104) that are updated part by part. */
public final class Hmac {

  /** HMAC with SHA-1: for hashes of old, never for new ones. */
  public static final String SHA1 = "HmacSHA1";

  /** HMAC with SHA-256. */
  public static final String SHA256 = "HmacSHA256";

  /** HMAC with SHA-512. */
  public static final String SHA512 = "HmacSHA512";

  /** The JDK refuses an empty key; HMAC pads it with zeros, so that one zero is the same key. */
  private static final byte[] EMPTY = {0};

  private Hmac() {}

  /**
   * A HMAC to update, for one thread.
   *
   * @param algorithm {@link #SHA1}, {@link #SHA256} or {@link #SHA512}
   * @param key the key, of any length; copied
   * @return the HMAC, with its key set
   */
  public static Mac keyed(String algorithm, byte[] key) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.length == 0 ? EMPTY : key, algorithm));
      return mac;
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
