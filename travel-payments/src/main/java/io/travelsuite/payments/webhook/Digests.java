package io.travelsuite.payments.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests by algorithms that every Java platform has. */
final class Digests {

  private Digests() {}

  /** A digest that stands for an event's id: the same bytes are the same event. */
  static String sha256Id(byte[] bytes) {
    return "sha256:" + HexFormat.of().formatHex(digest("SHA-256", bytes));
  }

  static String sha256Id(String text) {
    return sha256Id(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
