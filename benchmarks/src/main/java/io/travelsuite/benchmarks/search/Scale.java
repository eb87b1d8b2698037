package io.travelsuite.benchmarks.search;

/**
 * How much is stored.
 *
 * @param occurrences departures, rounded up to whole products
 */
public record Scale(int occurrences) {

  /** Departures of each product, one a day. */
  public static final int DAYS = 400;

  /** Products of each operator, at most. */
  private static final int PRODUCTS = 250;

  public int products() {
    return (occurrences + DAYS - 1) / DAYS;
  }

  public int operators() {
    return (products() + PRODUCTS - 1) / PRODUCTS;
  }
}
