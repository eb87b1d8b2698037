package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which units of a booking are meant. A unit is named by its line's number and its place in it, so
 * that asking again for the same unit is seen to be the same.
 *
 * @param units the places by line number; an empty set means the whole line, an empty map the whole
 *     booking
 */
public record UnitSelection(SortedMap<Integer, Set<Integer>> units) {

  /** Copies the map. */
  public UnitSelection {
    TreeMap<Integer, Set<Integer>> copy = new TreeMap<>();
    units.forEach(
        (line, places) -> copy.put(line, Collections.unmodifiableSet(new TreeSet<>(places))));
    units = Collections.unmodifiableSortedMap(copy);
  }

  /** {@return every unit of the booking} */
  public static UnitSelection all() {
    return new UnitSelection(new TreeMap<>());
  }

  /**
   * {@return every unit of one line}
   *
   * @param number the line's number
   */
  public static UnitSelection line(int number) {
    return new UnitSelection(new TreeMap<>(Map.of(number, Set.of())));
  }

  /**
   * {@return some units of one line}
   *
   * @param line the line's number
   * @param places their places in the line, from 0; at least one
   */
  public static UnitSelection of(int line, Integer... places) {
    unless(places.length > 0, "places", "none", "must name a unit");
    return new UnitSelection(new TreeMap<>(Map.of(line, Set.of(places))));
  }

  /** {@return whether the whole booking is meant} */
  public boolean isAll() {
    return units.isEmpty();
  }

  /**
   * {@return whether a unit is meant}
   *
   * @param line its line's number
   * @param place its place in the line
   */
  public boolean covers(int line, int place) {
    Set<Integer> places = units.get(line);
    return isAll() || (places != null && (places.isEmpty() || places.contains(place)));
  }
}
