package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * A range of whole numbers.
 *
 * @param least the least, included
 * @param most the most, included
 */
public record Range(int least, int most) {
  /** Every number. */
  public static final Range ANY = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** Checks the order. */
  public Range {
    unless(least <= most, "range", least + " to " + most, "must not end before it begins");
  }

  /**
   * {@return the numbers from one on}
   *
   * @param least the least, included
   */
  public static Range atLeast(int least) {
    return new Range(least, Integer.MAX_VALUE);
  }

  /**
   * {@return the numbers up to one}
   *
   * @param most the most, included
   */
  public static Range atMost(int most) {
    return new Range(Integer.MIN_VALUE, most);
  }

  /**
   * {@return whether a number lies in the range}
   *
   * @param number the number
   */
  public boolean contains(int number) {
    return number >= least && number <= most;
  }

  /** {@return the range as people read it: {@code 4 to 11}, {@code at least 18}} */
  @Override
  public String toString() {
    if (least == Integer.MIN_VALUE) {
      return most == Integer.MAX_VALUE ? "any" : "at most " + most;
    }
    return most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
  }
}
