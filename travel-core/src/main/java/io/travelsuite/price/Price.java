package io.travelsuite.price;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one unit costs. All of it is of one currency.
 *
 * @param amount the price as it is told, with what is included in it; 0 to 10¹⁵ of the currency's
 *     smallest unit
 * @param charges its taxes and fees, at most 20; those included come to no more than the amount
 */
public record Price(Money amount, List<Charge> charges) {
  private static final long MOST = 1_000_000_000_000_000L;

  /** Checks the ranges and copies the list. */
  public Price {
    charges = List.copyOf(charges);
    unless(
        !amount.isNegative() && amount.isLessThan(Money.ofMinor(amount.getCurrencyUnit(), MOST)),
        "amount",
        amount,
        "must be 0 to 10^15 of the smallest unit");
    unless(charges.size() <= 20, "charges", charges.size(), "must be at most 20");
    for (Charge charge : charges) {
      unless(
          charge.amount().isSameCurrency(amount),
          "charge",
          charge.amount(),
          "must be in " + amount.getCurrencyUnit());
    }
    unless(
        !sum(amount, charges, true).isGreaterThan(amount),
        "charges",
        charges,
        "must not include more than the amount, " + amount);
  }

  /**
   * {@return a price without taxes and fees}
   *
   * @param currency the currency's three letter code of ISO 4217
   * @param minor how much, in the currency's smallest unit: cents of EUR, yen of JPY
   */
  public static Price of(String currency, long minor) {
    return new Price(Money.ofMinor(CurrencyUnit.of(currency), minor), List.of());
  }

  /**
   * {@return the same with another tax or fee}
   *
   * @param charge the tax or fee
   */
  public Price charge(Charge charge) {
    List<Charge> more = new ArrayList<>(charges);
    more.add(charge);
    return new Price(amount, more);
  }

  /** {@return the amount without what is included in it} */
  public Money net() {
    return amount.minus(sum(amount, charges, true));
  }

  /** {@return what is to be paid: the amount and the charges that come on top} */
  public Money total() {
    return amount.plus(sum(amount, charges, false));
  }

  private static Money sum(Money amount, List<Charge> charges, boolean included) {
    Money sum = Money.zero(amount.getCurrencyUnit());
    for (Charge charge : charges) {
      sum = charge.included() == included ? sum.plus(charge.amount()) : sum;
    }
    return sum;
  }
}
