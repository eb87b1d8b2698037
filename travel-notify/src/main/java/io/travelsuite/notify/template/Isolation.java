package io.travelsuite.notify.template;

import java.text.Bidi;

/**
 * Keeps a value from being mixed up with the text around it where their directions differ (UAX #9,
 * isolates): a reference or a phone number in Hebrew, a Hebrew name in English.
 */
final class Isolation {

  static final char FIRST_STRONG = '\u2068';
  static final char POP = '\u2069';

  private Isolation() {}

  /**
   * {@return the value, isolated where it must be} In a text from left to right that is only where
   * something in it runs the other way: an SMS in English stays in its short alphabet.
   *
   * @param value the value
   * @param rightToLeft which way the text around it runs
   */
  static String of(Object value, boolean rightToLeft) {
    String text = value.toString();
    if (value instanceof Phrase || text.isEmpty()) {
      return text;
    }
    boolean needed = rightToLeft || Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    return needed ? FIRST_STRONG + text + POP : text;
  }
}
