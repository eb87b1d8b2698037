package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.seat.SeatWish;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request: so many units, each taking so much of one or more pools, over a run of
 * legs of one occurrence.
 *
 * <pre>{@code
 * Line.of(coach, 2).between("B", "C")                        // two seats from B to C
 * Line.of(ferry, "car", 1).measure("height-mm", 1850)        // a fare unit of the terms
 * Line.of(ferry, 1).taking("cars", 1).taking("lane-mm", 5200) // the same, told by the line itself
 * Line.of(concert, 2).seats("A12", "A13")                    // two places by their labels
 * Line.of(concert, 2).seats(SeatWish.bestAvailable())         // the best two, together if they can be
 * }</pre>
 *
 * @param occurrence what is booked
 * @param units how many people, rooms or cars: 1 to 1,000
 * @param fare as what it is sold; by default nothing in particular
 * @param takes what each unit takes, by pool; empty means what its fare unit takes, or without one
 *     one of the occurrence's only pool
 * @param section which part of the run; all of it by default
 * @param seats the seats' labels, one a unit, or empty for any; all in the one of its pools that
 *     has labels
 * @param wish how seats are to be picked for it, or null when none are, or {@code seats} names them
 */
public record Line(
    OccurrenceId occurrence,
    int units,
    Fare fare,
    SortedMap<String, Integer> takes,
    Section section,
    List<String> seats,
    @Nullable SeatWish wish) {

  /** The most that one request can take of a pool on a leg. */
  public static final int MOST_TAKEN = 1_000_000_000;

  private static final int MOST_UNITS = 1_000;

  /** Checks the ranges and copies the collections. */
  public Line {
    unless(
        units >= 1 && units <= MOST_UNITS,
        "units",
        units,
        "must be 1 to " + MOST_UNITS + " (what one unit takes of a pool is taking(pool, amount))");
    takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    takes.forEach(
        (pool, amount) ->
            unless(
                amount >= 1 && (long) amount * units <= MOST_TAKEN,
                "takes." + pool,
                amount,
                "must be positive, and times units at most " + MOST_TAKEN));
    unless(takes.size() <= 20, "takes", takes.size(), "must be at most 20 pools");
    unless(
        fare.unit() == null || takes.isEmpty(),
        "takes",
        takes,
        "must be empty with a fare unit, which tells them");
    seats = List.copyOf(seats);
    unless(
        seats.isEmpty() || seats.size() == units, "seats", seats, "must be one a unit: " + units);
    unless(wish == null || seats.isEmpty(), "seats", seats, "must be empty where they are picked");
    unless(new HashSet<>(seats).size() == seats.size(), "seats", seats, "must not repeat a label");
  }

  /**
   * {@return a line of units that each take one of the occurrence's only pool, over the whole run}
   *
   * @param occurrence what is booked
   * @param units how many, 1 to 1,000
   */
  public static Line of(OccurrenceId occurrence, int units) {
    return new Line(
        occurrence, units, Fare.NONE, new TreeMap<>(), new Section.Whole(), List.of(), null);
  }

  /**
   * {@return a line of a fare unit, over the whole run}
   *
   * @param occurrence what is booked
   * @param unit the code of a fare unit in the occurrence's terms
   * @param units how many, 1 to 1,000
   */
  public static Line of(OccurrenceId occurrence, String unit, int units) {
    return of(occurrence, units).fare(Fare.of(unit));
  }

  /**
   * {@return the same sold as this}
   *
   * @param other fare unit, class, ages and measures
   */
  public Line fare(Fare other) {
    return new Line(occurrence, units, other, takes, section, seats, wish);
  }

  /**
   * {@return the same in a fare class}
   *
   * @param code the class's code
   */
  public Line fareClass(String code) {
    return fare(fare.fareClass(code));
  }

  /**
   * {@return the same for people of these ages}
   *
   * @param years the age of each unit
   */
  public Line ages(Integer... years) {
    return fare(fare.ages(List.of(years)));
  }

  /**
   * {@return the same, each unit measuring so much}
   *
   * @param name the measure's name, with its unit: {@code height-mm}
   * @param value how much
   */
  public Line measure(String name, int value) {
    return fare(fare.measure(name, value));
  }

  /**
   * {@return the same, each unit also taking so much of a pool}
   *
   * @param pool the pool's name
   * @param amount what each unit takes of it, positive
   */
  public Line taking(String pool, int amount) {
    TreeMap<String, Integer> more = new TreeMap<>(takes);
    more.put(pool, amount);
    return new Line(occurrence, units, fare, more, section, seats, wish);
  }

  /**
   * {@return the same between two stops}
   *
   * @param from the code of the stop where it begins
   * @param to the code of the stop where it ends
   */
  public Line between(String from, String to) {
    return new Line(occurrence, units, fare, takes, new Section.Between(from, to), seats, wish);
  }

  /**
   * {@return the same over these legs}
   *
   * @param range the legs
   */
  public Line over(LegRange range) {
    return new Line(occurrence, units, fare, takes, new Section.Legs(range), seats, wish);
  }

  /**
   * {@return the same on these seats}
   *
   * @param labels one a unit
   */
  public Line seats(String... labels) {
    return new Line(occurrence, units, fare, takes, section, List.of(labels), null);
  }

  /**
   * {@return the same on seats that are picked for it from those that are free then}
   *
   * @param how which seats suit
   */
  public Line seats(SeatWish how) {
    return new Line(occurrence, units, fare, takes, section, List.of(), how);
  }
}
