package io.travelsuite.booking;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of a booking. Its number and the places of its units never change, so that unit 1 of line
 * 0 is the same ticket for the booking's life.
 *
 * @param number from 0; numbers of lines that were changed for others are not used again
 * @param occurrence what is booked
 * @param fareUnit the code of the fare unit it was sold as, or null
 * @param fareClass the code of the fare class it was sold in, or null
 * @param legs over which legs
 * @param takes what each unit takes, by pool; {@code seats@agency} counts what was taken of pool
 *     seats under the allotment of channel agency, {@code seats~Y} in fare class Y
 * @param units the state of each unit
 * @param seats the seat of each unit, or empty when any would do
 */
public record BookedLine(
    int number,
    OccurrenceId occurrence,
    @Nullable String fareUnit,
    @Nullable String fareClass,
    LegRange legs,
    SortedMap<String, Integer> takes,
    List<UnitState> units,
    List<String> seats) {

  /** Copies the collections. */
  public BookedLine {
    takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    units = List.copyOf(units);
    seats = List.copyOf(seats);
  }

  /**
   * {@return the same under another number}
   *
   * @param other the number
   */
  public BookedLine number(int other) {
    return new BookedLine(other, occurrence, fareUnit, fareClass, legs, takes, units, seats);
  }

  /**
   * {@return the same with its units in other states}
   *
   * @param states the state of each unit
   */
  public BookedLine units(List<UnitState> states) {
    return new BookedLine(number, occurrence, fareUnit, fareClass, legs, takes, states, seats);
  }

  /** {@return how many of its units are not cancelled} */
  public int liveUnits() {
    return (int) units.stream().filter(unit -> unit != UnitState.CANCELLED).count();
  }
}
