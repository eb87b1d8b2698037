package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A named capacity of an occurrence, in integer units: seats, cabins, lane metres, kilograms.
 *
 * @param name 1 to 32 of {@code A–Z a–z 0–9 . _ -}
 * @param capacity how much there is when the occurrence opens
 * @param seats the labels of its seats, or empty when its units have none; at most 10,000 labels of
 *     1 to 32 printable ASCII characters other than the comma, each once
 */
public record Pool(String name, Capacity capacity, List<String> seats) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final Pattern LABEL = Pattern.compile("[ -+\\--~]{1,32}");
  private static final int MOST_SEATS = 10_000;

  /** Checks the name and the labels. */
  public Pool {
    unless(NAME.matcher(name).matches(), "pool", name, "must be 1 to 32 of A-Z a-z 0-9 . _ -");
    seats = List.copyOf(seats);
    unless(seats.size() <= MOST_SEATS, "seats", seats.size(), "must be at most " + MOST_SEATS);
    for (String seat : seats) {
      unless(
          LABEL.matcher(seat).matches(),
          "seat",
          seat,
          "must be 1 to 32 printable ASCII characters without comma");
    }
    unless(new HashSet<>(seats).size() == seats.size(), "seats", seats, "must not repeat a label");
  }

  /**
   * {@return a pool all of whose units may be sold}
   *
   * @param name its name
   * @param units how many there are
   */
  public static Pool of(String name, int units) {
    return new Pool(name, Capacity.of(units), List.of());
  }

  /**
   * {@return a pool of labelled seats, one unit each}
   *
   * @param name its name
   * @param labels the seats' labels, in the order in which people count them
   */
  public static Pool ofSeats(String name, List<String> labels) {
    return new Pool(name, Capacity.of(labels.size()), labels);
  }
}
