package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.program.BadInputException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be put on sale.
 *
 * @param timetable the feed's
 * @param first the first service day
 * @param last the last one, which is included
 * @param departures all departures of these days, one or more
 */
record Plan(Timetable timetable, LocalDate first, LocalDate last, List<Departure> departures) {

  Plan {
    departures = List.copyOf(departures);
  }

  /**
   * All departures of some service days.
   *
   * @throws BadInputException when there are none
   */
  static Plan of(Timetable timetable, LocalDate first, LocalDate last) {
    List<Departure> departures = timetable.departures(first, last).toList();
    if (departures.isEmpty()) {
      throw new BadInputException("Nothing runs from " + first + " to " + last, null);
    }
    return new Plan(timetable, first, last, departures);
  }

  /** When the first departure starts. */
  Instant start() {
    return departures.stream().map(Departure::start).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** When the last departure starts. */
  Instant end() {
    return departures.stream().map(Departure::start).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** It stands still the day before anything starts, since nobody sells what has left. */
  Clock clock() {
    return Clock.fixed(first.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }
}
