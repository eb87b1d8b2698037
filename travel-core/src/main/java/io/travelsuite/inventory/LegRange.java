package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * A run of consecutive legs. Leg {@code n} lies between stop {@code n} and stop {@code n + 1}, both
 * counted from 0.
 *
 * @param from the stop where it begins, which is also its first leg; from 0
 * @param to the stop where it ends, after {@code from}; its last leg is {@code to - 1}
 */
public record LegRange(int from, int to) {

  /** Checks the order. */
  public LegRange {
    unless(from >= 0, "from", from, "must not be negative");
    unless(to > from, "to", to, "must be after from (" + from + ")");
  }

  /** {@return how many legs it covers} */
  public int legs() {
    return to - from;
  }

  /**
   * {@return whether a leg belongs to the run}
   *
   * @param leg a leg's number
   */
  public boolean covers(int leg) {
    return leg >= from && leg < to;
  }
}
