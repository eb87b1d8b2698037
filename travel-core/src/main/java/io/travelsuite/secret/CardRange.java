package io.travelsuite.secret;

import java.util.BitSet;
import java.util.List;

/**
 * How the numbers of the networks begin, by their first four digits, and how long they are: public
 * ranges of Visa, Mastercard, American Express, Diners Club, Discover, JCB, UnionPay, Maestro, Mir,
 * RuPay, Troy, Uzcard and Humo.
 */
record CardRange(int from, int to, int shortest, int longest) {

  private static final List<CardRange> RANGES =
      List.of(
          new CardRange(2200, 2204, 16, 19),
          new CardRange(2221, 2720, 16, 16),
          new CardRange(3000, 3059, 14, 19),
          new CardRange(3095, 3095, 14, 19),
          new CardRange(3400, 3499, 15, 15),
          new CardRange(3528, 3589, 16, 19),
          new CardRange(3600, 3699, 14, 19),
          new CardRange(3700, 3799, 15, 15),
          new CardRange(3800, 3999, 14, 19),
          new CardRange(4000, 4999, 13, 19),
          new CardRange(5000, 5099, 16, 19),
          new CardRange(5100, 5599, 16, 16),
          new CardRange(5600, 5999, 16, 19),
          new CardRange(6000, 6999, 16, 19),
          new CardRange(8100, 8299, 16, 19),
          new CardRange(8600, 8600, 16, 16),
          new CardRange(9792, 9792, 16, 16),
          new CardRange(9860, 9860, 16, 16));

  private static final BitSet BEGINNINGS = new BitSet(10_000);

  static {
    RANGES.forEach(range -> BEGINNINGS.set(range.from, range.to + 1));
  }

  /** Whether a card number may begin with these digits; fewer than four may. */
  static boolean mayBegin(CharSequence digits) {
    return digits.length() < 4 || BEGINNINGS.get(Integer.parseInt(digits, 0, 4, 10));
  }

  /** Whether these digits, ASCII and at most 19, are a card number's. */
  static boolean isCard(CharSequence digits) {
    int length = digits.length();
    if (length < 13) {
      return false;
    }
    int first = Integer.parseInt(digits, 0, 4, 10);
    for (CardRange range : RANGES) { // no stream: asked of every row of digits in a text
      if (range.covers(first, length)) {
        return luhn(digits);
      }
    }
    return false;
  }

  /** Visa gave out 13, 16 and 19 digits, nothing between them. */
  private boolean covers(int first, int length) {
    boolean given = from != 4000 || length == 13 || length == 16 || length == 19;
    return first >= from && first <= to && length >= shortest && length <= longest && given;
  }

  private static boolean luhn(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
