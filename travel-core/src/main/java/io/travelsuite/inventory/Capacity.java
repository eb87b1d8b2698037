package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * How much of a pool there is and how much of it may be sold.
 *
 * @param physical units that exist, 0 to 1,000,000,000
 * @param sellable units that may be sold, 0 to 1,000,000,000; above physical when an operator
 *     overbooks on purpose, below it when some are kept back
 */
public record Capacity(int physical, int sellable) {

  private static final int MOST = 1_000_000_000;

  /** Checks the ranges. */
  public Capacity {
    unless(physical >= 0 && physical <= MOST, "physical", physical, "must be 0 to " + MOST);
    unless(sellable >= 0 && sellable <= MOST, "sellable", sellable, "must be 0 to " + MOST);
  }

  /**
   * {@return a capacity where everything that exists may be sold}
   *
   * @param units the units, 0 to 1,000,000,000
   */
  public static Capacity of(int units) {
    return new Capacity(units, units);
  }
}
