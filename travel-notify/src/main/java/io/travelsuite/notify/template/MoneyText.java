package io.travelsuite.notify.template;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.Money;

/** Amounts as people of a locale write them, with the digits that the currency has. */
final class MoneyText {

  private MoneyText() {}

  static String of(Money money, Locale locale) {
    int digits = money.getCurrencyUnit().getDecimalPlaces();
    NumberFormat format;
    try {
      Currency currency = Currency.getInstance(money.getCurrencyUnit().getCode());
      format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(currency);
    } catch (IllegalArgumentException unknownToTheJdk) {
      format = NumberFormat.getNumberInstance(locale);
      return digits(format, digits).format(money.getAmount())
          + "\u00a0"
          + money.getCurrencyUnit().getCode();
    }
    return spaced(digits(format, digits).format(money.getAmount()));
  }

  /** A code of letters stands apart from the digits (CLDR's currency spacing, not in the JDK). */
  private static String spaced(String amount) {
    return amount
        .replaceAll("(?<=\\p{L})(?=\\p{Nd})", "\u00a0")
        .replaceAll("(?<=\\p{Nd})(?=\\p{L})", "\u00a0");
  }

  private static NumberFormat digits(NumberFormat format, int digits) {
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format;
  }
}
