package io.travelsuite.price;

import static io.travelsuite.InvalidRequestException.unless;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/** What a promo code takes off. */
public sealed interface Discount {

  /**
   * {@return what is taken off an amount; never more than it, and nothing where the discount is of
   * another currency}
   *
   * @param amount the amount, not negative
   */
  Money off(Money amount);

  /**
   * A part of the amount, rounded half up to the currency's smallest unit.
   *
   * @param percent above 0 to 100, with at most two digits after the point
   */
  record Percent(BigDecimal percent) implements Discount {
    /** Checks the range. */
    public Percent {
      percent = percent.stripTrailingZeros();
      unless(
          percent.signum() > 0
              && percent.compareTo(BigDecimal.valueOf(100)) <= 0
              && percent.scale() <= 2,
          "percent",
          percent,
          "must be above 0 to 100 with two digits after the point");
    }

    /**
     * {@return so many percent}
     *
     * @param percent 1 to 100
     */
    public static Percent of(int percent) {
      return new Percent(BigDecimal.valueOf(percent));
    }

    @Override
    public Money off(Money amount) {
      return amount.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }
  }

  /**
   * A fixed amount.
   *
   * @param amount how much, positive, at most 10¹⁵ of the currency's smallest unit
   */
  record Fixed(Money amount) implements Discount {
    /** Checks the range. */
    public Fixed {
      unless(
          amount.isPositive() && amount.isLessThan(Money.ofMinor(amount.getCurrencyUnit(), MOST)),
          "amount",
          amount,
          "must be positive, at most 10^15 of the smallest unit");
    }

    private static final long MOST = 1_000_000_000_000_000L;

    @Override
    public Money off(Money price) {
      if (!price.isSameCurrency(amount)) {
        return Money.zero(price.getCurrencyUnit());
      }
      return amount.isGreaterThan(price) ? price : amount;
    }
  }
}
