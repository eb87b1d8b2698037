package io.travelsuite.examples.gtfs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One dated run of a trip. A trip that is repeated has several a day, told apart by their start.
 *
 * @param tripId the trip's key in the feed
 * @param routeId the route's key in the feed
 * @param serviceDate the day by which the feed counts; the run may begin on a later one
 * @param start when it leaves its first stop
 * @param pattern where and when it calls
 */
record Departure(
    String tripId, String routeId, LocalDate serviceDate, Instant start, Pattern pattern) {

  /** The calls, in order. */
  List<Call> calls() {
    return pattern.calls();
  }

  /** The time zone of the first stop. */
  ZoneId zone() {
    return pattern.zone();
  }

  /**
   * What the clock at the first stop shows when it leaves. In the hour that autumn repeats it means
   * two instants: {@link #start} is the one.
   */
  LocalDateTime localStart() {
    return LocalDateTime.ofInstant(start, zone());
  }

  /** When it arrives at its last stop. */
  Instant end() {
    return start.plus(calls().get(calls().size() - 1).arrival());
  }

  /** Whether the clock at its first stop shows this when it leaves, and means this start. */
  boolean leavesAt(LocalDateTime local) {
    return local.atZone(zone()).toInstant().equals(start);
  }
}
