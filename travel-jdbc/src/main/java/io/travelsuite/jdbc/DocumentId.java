package io.travelsuite.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a text by its SHA-256, in hexadecimal: equal texts have one name. */
record DocumentId(String sha256) {

  static DocumentId of(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return stored(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static DocumentId stored(byte[] digest) {
    return new DocumentId(HexFormat.of().formatHex(digest));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(sha256);
  }
}
