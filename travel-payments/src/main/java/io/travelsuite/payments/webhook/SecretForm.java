package io.travelsuite.payments.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Base64;
import java.util.HexFormat;

/** Reads keys out of secrets; never tells what it could not read. */
final class SecretForm {

  private SecretForm() {}

  /** The bytes of a key in Base64. */
  static byte[] base64(String encoded) {
    byte[] key = new byte[0];
    try {
      key = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException notBase64) {
      // as an empty one
    }
    unless(key.length > 0, "secret", "(hidden)", "must be Base64");
    return key;
  }

  /** The bytes of a key in hex, of either case. */
  static byte[] hex(String encoded) {
    byte[] key = new byte[0];
    try {
      key = HexFormat.of().parseHex(encoded);
    } catch (IllegalArgumentException notHex) {
      // as an empty one
    }
    unless(key.length > 0, "secret", "(hidden)", "must be hex");
    return key;
  }
}
