package io.travelsuite.booking;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.price.Price;
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
 * @param seats the seat of each unit where it starts, or empty when any would do
 * @param seatChanges who changes seats on the way, by unit and leg; mostly nobody
 * @param price what one unit costs, as it was when the line was taken; null when its occurrence was
 *     not sold at prices
 */
public record BookedLine(
    int number,
    OccurrenceId occurrence,
    @Nullable String fareUnit,
    @Nullable String fareClass,
    LegRange legs,
    SortedMap<String, Integer> takes,
    List<UnitState> units,
    List<String> seats,
    List<SeatChange> seatChanges,
    @Nullable Price price) {

  /** Copies the collections. */
  public BookedLine {
    takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    units = List.copyOf(units);
    seats = List.copyOf(seats);
    seatChanges = List.copyOf(seatChanges);
  }

  /**
   * {@return the same under another number}
   *
   * @param other the number
   */
  public BookedLine number(int other) {
    return new BookedLine(
        other, occurrence, fareUnit, fareClass, legs, takes, units, seats, seatChanges, price);
  }

  /**
   * {@return the same with its units in other states}
   *
   * @param states the state of each unit
   */
  public BookedLine units(List<UnitState> states) {
    return new BookedLine(
        number, occurrence, fareUnit, fareClass, legs, takes, states, seats, seatChanges, price);
  }

  /**
   * {@return the same on these seats}
   *
   * @param labels the seat of each unit where it starts
   * @param changes who changes seats on the way
   */
  public BookedLine seats(List<String> labels, List<SeatChange> changes) {
    return new BookedLine(
        number, occurrence, fareUnit, fareClass, legs, takes, units, labels, changes, price);
  }

  /**
   * {@return the same at a price}
   *
   * @param each what one unit costs
   */
  public BookedLine price(Price each) {
    return new BookedLine(
        number, occurrence, fareUnit, fareClass, legs, takes, units, seats, seatChanges, each);
  }

  /**
   * {@return the seat of a unit on a leg}
   *
   * @param unit the unit's place in the line
   * @param leg one of its legs
   */
  public String seat(int unit, int leg) {
    String seat = seats.get(unit);
    for (SeatChange change : seatChanges) {
      if (change.unit() == unit && change.leg() <= leg) {
        seat = change.seat();
      }
    }
    return seat;
  }

  /** {@return how many of its units are not cancelled} */
  public int liveUnits() {
    return (int) units.stream().filter(unit -> unit != UnitState.CANCELLED).count();
  }
}
