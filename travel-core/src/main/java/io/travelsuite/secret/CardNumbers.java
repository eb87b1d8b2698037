package io.travelsuite.secret;

import io.travelsuite.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * The guard against card numbers (PANs) where none belongs: free text, metadata, stored payloads.
 *
 * <p>What counts as one: 13 to 19 digits of any script that begin as an issuer's numbers do
 * (ISO/IEC 7812 ranges of the networks), have a length which that network gives out, and pass the
 * Luhn check (ISO/IEC 7812-1 annex B); written in one piece, or in groups with the same separator
 * between them: up to three characters of spaces, dashes, dots, slashes, underscores, commas,
 * asterisks or invisible ones. Groups may stand beside other groups of digits (a date, a security
 * code); digits within a longer unbroken row of digits are no card number.
 *
 * <p>What it lets through by construction: Unix times (they begin with 1), written dates and times
 * (20…), UUIDs, telephone numbers that begin with {@code +} or 00. One in ten numbers that look
 * like a card's and are none still passes the Luhn check and is refused: 16-digit order numbers
 * that begin with 4, say. Give such ids a letter in their middle.
 *
 * <p>Time is linear in the length of the text: from each group of digits at most 19 digits are
 * looked at. No state; safe for use by many threads.
 */
public final class CardNumbers {

  private CardNumbers() {}

  /**
   * {@return whether a text holds what looks like a card number}
   *
   * @param text any text, or null, which holds none
   */
  public static boolean found(@Nullable CharSequence text) {
    return text != null && new DigitGroups(text).next() != null;
  }

  /**
   * {@return the text with every card number replaced by {@code [card …1111]}, its last four
   * digits}
   *
   * @param text any text
   */
  public static String redact(String text) {
    DigitGroups groups = new DigitGroups(text);
    DigitGroups.Span span = groups.next();
    if (span == null) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int written = 0;
    while (span != null) {
      out.append(text, written, span.from()).append("[card …").append(span.lastFour()).append(']');
      written = span.to();
      span = groups.next();
    }
    return out.append(text, written, text.length()).toString();
  }

  /**
   * Refuses a text that holds a card number; the message never shows it.
   *
   * @param field what the text is, for the message
   * @param text any text, or null, which is let through
   * @throws InvalidRequestException if it holds one
   */
  public static void refuse(String field, @Nullable CharSequence text) {
    InvalidRequestException.unless(
        !found(text), field, "(hidden)", "must not hold a card number; use the provider's token");
  }
}
