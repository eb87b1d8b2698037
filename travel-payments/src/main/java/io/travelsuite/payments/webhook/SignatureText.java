package io.travelsuite.payments.webhook;

import java.util.Base64;

/**
 * Signatures in Base64 that has one form only for the same bytes: padded, its spare bits 0, nothing
 * between.
 */
final class SignatureText {

  private static final byte[] NONE = {};

  private SignatureText() {}

  /** The bytes; none, which are no signature, if it is not Base64 to the letter. */
  static byte[] decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : NONE;
    } catch (IllegalArgumentException notBase64) {
      return NONE;
    }
  }
}
