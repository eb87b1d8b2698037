package io.travelsuite.payments.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts as Stripe counts them, which is not always ISO 4217's minor unit: ISK and UGX have two
 * decimals there, MGA has none (https://docs.stripe.com/currencies).
 */
final class StripeAmounts {

  private static final Set<String> NONE =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  private static final Set<String> THREE = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private StripeAmounts() {}

  static String of(Money money) {
    int decimals = decimals(money.getCurrencyUnit().getCode());
    return money.getAmount().movePointRight(decimals).toBigIntegerExact().toString();
  }

  static Money money(String currency, long amount) {
    String code = currency.toUpperCase(Locale.ROOT);
    BigDecimal value = BigDecimal.valueOf(amount, decimals(code));
    return Money.of(CurrencyUnit.of(code), value, RoundingMode.UNNECESSARY);
  }

  private static int decimals(String code) {
    return NONE.contains(code) ? 0 : THREE.contains(code) ? 3 : 2;
  }
}
