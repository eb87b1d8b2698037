package io.travelsuite.notify.sms;

/**
 * How many segments an SMS takes, which is what it costs. Immutable.
 *
 * @param encoding what its letters are sent in: one that GSM-7 has not makes all of it UCS-2
 * @param units septets or 16-bit units in all
 * @param count segments, 1 or more
 */
public record SmsSegments(SmsEncoding encoding, int units, int count) {

  /** 3GPP TS 23.038, 6.2.1, without the escape. */
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** 3GPP TS 23.038, 6.2.1.1: each is an escape and a letter, two septets. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /**
   * {@return the segments of a text}
   *
   * @param text any text
   */
  public static SmsSegments of(String text) {
    boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    return count(text, gsm ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2);
  }

  /** What takes two units is never split between segments. */
  private static SmsSegments count(String text, SmsEncoding encoding) {
    int units = 0;
    int segments = 1;
    int room = encoding.joined();
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      int size = size(letter, encoding);
      units += size;
      if (size > room) {
        segments++;
        room = encoding.joined();
      }
      room -= size;
      i += Character.charCount(letter);
    }
    return new SmsSegments(encoding, units, units <= encoding.alone() ? 1 : segments);
  }

  private static int size(int letter, SmsEncoding encoding) {
    return encoding == SmsEncoding.GSM_7
        ? EXTENSION.indexOf(letter) >= 0 ? 2 : 1
        : Character.charCount(letter);
  }
}
