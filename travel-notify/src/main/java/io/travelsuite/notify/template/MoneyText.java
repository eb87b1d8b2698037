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
    return digits(format, digits).format(money.getAmount());
  }

  private static NumberFormat digits(NumberFormat format, int digits) {
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format;
  }
}
