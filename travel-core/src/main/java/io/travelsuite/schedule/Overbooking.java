package io.travelsuite.schedule;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.Capacity;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much of a pool is sold above what there is: sellable is physical, plus a percentage of it
 * (rounded down), plus a number of units.
 *
 * @param pool the pool's name
 * @param percent of the physical capacity, 0 to 1,000
 * @param units 0 to 1,000,000,000
 * @param days the days of the week of the local start for which it holds; empty for all
 */
public record Overbooking(String pool, int percent, int units, Set<DayOfWeek> days) {
  private static final int MOST = 1_000_000_000;
  private static final int MOST_PERCENT = 1_000;

  /** Checks the ranges and copies the set. */
  public Overbooking {
    unless(
        percent >= 0 && percent <= MOST_PERCENT,
        "percent",
        percent,
        "must be 0 to " + MOST_PERCENT);
    unless(units >= 0 && units <= MOST, "units", units, "must be 0 to " + MOST);
    days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
  }

  /**
   * {@return a rule that sells some percent more than there is}
   *
   * @param pool the pool's name
   * @param percent of the physical capacity, 0 to 1,000
   */
  public static Overbooking percent(String pool, int percent) {
    return new Overbooking(pool, percent, 0, Set.of());
  }

  /**
   * {@return a rule that sells some units more than there are}
   *
   * @param pool the pool's name
   * @param units 0 to 1,000,000,000
   */
  public static Overbooking units(String pool, int units) {
    return new Overbooking(pool, 0, units, Set.of());
  }

  /**
   * {@return the same on some days of the week only}
   *
   * @param some the days of the local start
   */
  public Overbooking on(DayOfWeek... some) {
    return new Overbooking(pool, percent, units, Set.of(some));
  }

  /**
   * {@return whether it holds on a day of the week}
   *
   * @param day the day
   */
  public boolean covers(DayOfWeek day) {
    return days.isEmpty() || days.contains(day);
  }

  /**
   * {@return a pool's capacity by this rule; never more than 1,000,000,000 are sellable}
   *
   * @param physical units that exist
   */
  public Capacity of(int physical) {
    long sellable = physical + (long) physical * percent / 100 + units;
    return new Capacity(physical, (int) Math.min(sellable, MOST));
  }
}
