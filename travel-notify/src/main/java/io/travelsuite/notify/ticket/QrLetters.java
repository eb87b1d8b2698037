package io.travelsuite.notify.ticket;

import java.util.Optional;

/**
 * Bytes in the letters that a QR code packs best (RFC 9285): 117 bytes are 176 letters, which fit a
 * code of 45 by 45 modules; as base64 they need one of 53 by 53.
 */
final class QrLetters {

  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private QrLetters() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      int n = ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
      text.append(letter(n % 45)).append(letter(n / 45 % 45)).append(letter(n / (45 * 45)));
    }
    if (bytes.length % 2 == 1) {
      int n = bytes[bytes.length - 1] & 0xff;
      text.append(letter(n % 45)).append(letter(n / 45));
    }
    return text.toString();
  }

  /**
   * {@return that many bytes, or empty when the text is not their one form}
   *
   * @param text the letters
   * @param length how many bytes they must be
   */
  static Optional<byte[]> decode(String text, int length) {
    if (text.length() != length / 2 * 3 + length % 2 * 2) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; at += 2) {
      int width = Math.min(2, length - at);
      int n = number(text, at / 2 * 3, width + 1);
      if (n < 0 || n >> (8 * width) != 0) {
        return Optional.empty();
      }
      for (int i = 0; i < width; i++) {
        bytes[at + i] = (byte) (n >> (8 * (width - 1 - i)));
      }
    }
    return Optional.of(bytes);
  }

  /** The number that some letters are, the last one the highest; negative where one is none. */
  private static int number(String text, int from, int letters) {
    int n = 0;
    for (int i = from + letters - 1; i >= from; i--) {
      int digit = LETTERS.indexOf(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      n = n * 45 + digit;
    }
    return n;
  }

  private static char letter(int digit) {
    return LETTERS.charAt(digit);
  }
}
