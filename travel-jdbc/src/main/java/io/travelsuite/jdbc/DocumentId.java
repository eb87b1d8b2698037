package io.travelsuite.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Names a text by its SHA-256, in hexadecimal: equal texts have one name. */
record DocumentId(String sha256) {

  static DocumentId of(String text) {
    return stored(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  static DocumentId stored(byte[] digest) {
    return new DocumentId(HexFormat.of().formatHex(digest));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(sha256);
  }
}
