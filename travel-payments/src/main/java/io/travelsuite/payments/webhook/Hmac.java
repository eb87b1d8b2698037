package io.travelsuite.payments.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMACs by one or several keys. Signatures are compared as the text the provider writes, so that
 * each has one form only (Base64 as the JDK reads it has several), all of them with all keys, in a
 * time that tells nothing.
 */
final class Hmac {

  static final String SHA1 = "HmacSHA1";
  static final String SHA256 = "HmacSHA256";
  static final String SHA512 = "HmacSHA512";

  /** With their keys set; never updated, but cloned, which costs less than setting the key. */
  private final List<Mac> keyed;

  private Hmac(List<Mac> keyed) {
    this.keyed = keyed;
  }

  /** By the secrets' bytes, of which there must be one. */
  static Hmac of(String algorithm, VerifierSettings settings) {
    return ofKeys(
        algorithm, settings.requiredSecrets().stream().map(secret -> secret.bytes()).toList());
  }

  static Hmac ofKeys(String algorithm, List<byte[]> keys) {
    return new Hmac(keys.stream().map(key -> keyed(algorithm, key)).toList());
  }

  private static Mac keyed(String algorithm, byte[] key) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac;
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Whether any candidate is the lower-case hex of the parts' HMAC by any key. */
  boolean isHex(List<String> candidates, byte[]... parts) {
    return matches(candidates, HexFormat.of()::formatHex, parts);
  }

  /** Whether any candidate is the padded Base64 of the parts' HMAC by any key. */
  boolean isBase64(List<String> candidates, byte[]... parts) {
    return matches(candidates, Base64.getEncoder()::encodeToString, parts);
  }

  private boolean matches(
      List<String> candidates, Function<byte[], String> encoding, byte[]... parts) {
    boolean found = false;
    for (Mac mac : keyed) {
      byte[] expected = ascii(encoding.apply(signed(mac, parts)));
      for (String candidate : candidates) {
        found |= MessageDigest.isEqual(expected, candidate.getBytes(StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  /** The parts' HMAC by the first, newest key. */
  byte[] sign(byte[]... parts) {
    return signed(keyed.get(0), parts);
  }

  private static byte[] signed(Mac prototype, byte[]... parts) {
    try {
      Mac mac = (Mac) prototype.clone();
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException everyPlatformCan) {
      throw new IllegalStateException(everyPlatformCan);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
