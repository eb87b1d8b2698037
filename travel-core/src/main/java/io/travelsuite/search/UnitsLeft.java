package io.travelsuite.search;

/**
 * How many are left.
 *
 * @param units how many, not negative; with {@code many} the threshold of the request
 * @param many whether there are more than that
 */
public record UnitsLeft(int units, boolean many) {

  /** None. */
  public static final UnitsLeft NONE = new UnitsLeft(0, false);

  /** {@return the number as people read it: {@code 7} or {@code more than 9}} */
  @Override
  public String toString() {
    return many ? "more than " + units : String.valueOf(units);
  }
}
