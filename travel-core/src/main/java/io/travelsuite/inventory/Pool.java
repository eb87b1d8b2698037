package io.travelsuite.inventory;

import io.travelsuite.form.ShortName;
import io.travelsuite.seat.SeatMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named capacity of an occurrence, in integer units: seats, cabins, lane metres, kilograms.
 *
 * @param name 1 to 32 of {@code A–Z a–z 0–9 . _ -}
 * @param capacity how much there is when the occurrence opens
 * @param seatMap its seats, one unit each, or null when its units have none
 */
public record Pool(String name, Capacity capacity, @Nullable SeatMap seatMap) {

  /** Checks the name. */
  public Pool {
    ShortName.check("pool", name);
  }

  /**
   * {@return a pool all of whose units may be sold}
   *
   * @param name its name
   * @param units how many there are
   */
  public static Pool of(String name, int units) {
    return new Pool(name, Capacity.of(units), null);
  }

  /**
   * {@return a pool of labelled seats, one unit each}
   *
   * @param name its name
   * @param labels the seats' labels, in the order in which people count them
   */
  public static Pool ofSeats(String name, List<String> labels) {
    return ofSeats(name, SeatMap.ofLabels(labels));
  }

  /**
   * {@return a pool of the seats of a map, one unit each}
   *
   * @param name its name
   * @param map the seats
   */
  public static Pool ofSeats(String name, SeatMap map) {
    return new Pool(name, Capacity.of(map.seats().size()), map);
  }

  /**
   * {@return the same with another capacity}
   *
   * @param other how much there is, and how much of it may be sold
   */
  public Pool capacity(Capacity other) {
    return new Pool(name, other, seatMap);
  }

  /** {@return the labels of its seats, in the order of the map; empty when it has none} */
  public List<String> seats() {
    return seatMap == null ? List.of() : seatMap.labels();
  }
}
