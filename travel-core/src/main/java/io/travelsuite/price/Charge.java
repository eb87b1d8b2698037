package io.travelsuite.price;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * A tax or a fee of one unit.
 *
 * @param name what people read on the receipt, 1 to 64 characters
 * @param kind whether it is a tax or a fee
 * @param amount how much, not negative
 * @param included whether the price's amount has it in it already; else it comes on top
 */
public record Charge(String name, Kind kind, Money amount, boolean included) {
  private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,64}");

  /** Checks the ranges. */
  public Charge {
    unless(NAME.matcher(name).matches(), "charge", name, "must be 1 to 64 characters");
    unless(!amount.isNegative(), "charge", amount, "must not be negative");
  }

  /** What a charge is. */
  public enum Kind {
    /** Passed on to the state. */
    TAX,
    /** Kept by whoever sells. */
    FEE
  }

  /**
   * {@return a tax that the price's amount has in it already}
   *
   * @param name what people read
   * @param amount how much
   */
  public static Charge includedTax(String name, Money amount) {
    return new Charge(name, Kind.TAX, amount, true);
  }

  /**
   * {@return a fee that comes on top}
   *
   * @param name what people read
   * @param amount how much
   */
  public static Charge fee(String name, Money amount) {
    return new Charge(name, Kind.FEE, amount, false);
  }
}
