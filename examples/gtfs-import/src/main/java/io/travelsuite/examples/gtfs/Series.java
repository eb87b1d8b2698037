package io.travelsuite.examples.gtfs;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The departures of one trip (of one of its starts, when it is repeated), as a schedule holds them:
 * by the clock at their first stop. A feed counts from noon minus 12 hours in the agency's zone
 * instead. So the same time of the feed shows another time of day at the first stop where a change
 * to or from daylight saving time lies between the start and the noon of the agency, and where the
 * first stop's zone changes on other days than the agency's, or never. The calls do not move
 * against the start in any of these.
 *
 * @param localStart the time of day that most of the departures leave at
 * @param regular those that leave at it, which a schedule in the time zone of the first stop makes
 *     of {@code localStart} and the dates of {@link Departure#localStart}
 * @param shifted those that do not, and must be opened one by one
 */
record Series(LocalTime localStart, List<Departure> regular, List<Departure> shifted) {

  Series {
    regular = List.copyOf(regular);
    shifted = List.copyOf(shifted);
  }

  /** Of the departures of one start of one trip; at least one. */
  static Series of(List<Departure> departures) {
    LocalTime usual = usual(departures);
    Map<Boolean, List<Departure>> parts =
        departures.stream().collect(Collectors.partitioningBy(d -> isAt(usual, d)));
    return new Series(
        usual, parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
  }

  private static LocalTime usual(List<Departure> departures) {
    return departures.stream()
        .map(departure -> departure.localStart().toLocalTime())
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private static boolean isAt(LocalTime usual, Departure departure) {
    LocalDateTime local = departure.localStart().toLocalDate().atTime(usual);
    return departure.leavesAt(local);
  }

  /** The trip's key in the feed. */
  String tripId() {
    return any().tripId();
  }

  /** Where and when they call. */
  Pattern pattern() {
    return any().pattern();
  }

  private Departure any() {
    return regular.isEmpty() ? shifted.get(0) : regular.get(0);
  }
}
