package io.travelsuite.schedule;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.LocalDate;

/**
 * How far occurrences are brought in line with a schedule, and how many of them in one call.
 *
 * @param until the last date, included, in the product's time zone
 * @param most the most occurrences to open, change or withdraw, 1 to 10,000
 */
public record Horizon(LocalDate until, int most) {
  /** The most that one call does. */
  public static final int MOST = 10_000;

  /** Checks the range. */
  public Horizon {
    unless(most >= 1 && most <= MOST, "most", most, "must be 1 to " + MOST);
  }

  /**
   * {@return as many as one call does}
   *
   * @param until the last date, included
   */
  public static Horizon until(LocalDate until) {
    return new Horizon(until, MOST);
  }
}
