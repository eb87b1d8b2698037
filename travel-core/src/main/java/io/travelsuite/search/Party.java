package io.travelsuite.search;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Line;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who travels, as a hold would ask for them: one part is one line.
 *
 * <pre>{@code
 * Party.of(2)                                                          // two of the only pool
 * Party.of("adult", 2).and("child", 1)                                 // fare units of the terms
 * Party.of("adult", 1).and(Fare.of("car").measure("height-mm", 1850), 1)
 * }</pre>
 *
 * @param parts 1 to 20 parts
 */
public record Party(List<Part> parts) {

  /** Copies the list. */
  public Party {
    parts = List.copyOf(parts);
    unless(!parts.isEmpty() && parts.size() <= 20, "parts", parts.size(), "must be 1 to 20");
  }

  /**
   * Some units alike.
   *
   * @param units how many, 1 to 1,000
   * @param fare as what they are sold, without a fare class, which is the request's
   * @param takes what each takes, by pool, where there is no fare unit to tell; empty means one of
   *     the occurrence's only pool
   */
  public record Part(int units, Fare fare, SortedMap<String, Integer> takes) {

    /** Checks the ranges and copies the map. */
    public Part {
      unless(units >= 1 && units <= 1_000, "units", units, "must be 1 to 1,000");
      unless(
          fare.fareClass() == null,
          "fareClass",
          fare.fareClass(),
          "must be told by the request, not the party");
      unless(
          fare.unit() == null || takes.isEmpty(),
          "takes",
          takes,
          "must be empty with a fare unit, which tells them");
      unless(
          fare.ages().isEmpty() || fare.ages().size() == units,
          "ages",
          fare.ages(),
          "must be one a unit: " + units);
      takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
      takes.forEach(
          (pool, amount) ->
              unless(
                  amount >= 1 && (long) amount * units <= Line.MOST_TAKEN,
                  "takes." + pool,
                  amount,
                  "must be positive, and times units at most " + Line.MOST_TAKEN));
    }
  }

  /**
   * {@return units that each take one of an occurrence's only pool}
   *
   * @param units how many, 1 to 1,000
   */
  public static Party of(int units) {
    return new Party(List.of(new Part(units, Fare.NONE, new TreeMap<>())));
  }

  /**
   * {@return units of a fare unit}
   *
   * @param unit its code
   * @param units how many, 1 to 1,000
   */
  public static Party of(String unit, int units) {
    return new Party(List.of(new Part(units, Fare.of(unit), new TreeMap<>())));
  }

  /**
   * {@return the same with units of another fare unit}
   *
   * @param unit its code
   * @param units how many, 1 to 1,000
   */
  public Party and(String unit, int units) {
    return and(Fare.of(unit), units);
  }

  /**
   * {@return the same with other units}
   *
   * @param fare as what they are sold: fare unit, ages and measures
   * @param units how many, 1 to 1,000
   */
  public Party and(Fare fare, int units) {
    return and(new Part(units, fare, new TreeMap<>()));
  }

  /**
   * {@return the same with another part}
   *
   * @param part the part
   */
  public Party and(Part part) {
    return new Party(Stream.concat(parts.stream(), Stream.of(part)).toList());
  }
}
