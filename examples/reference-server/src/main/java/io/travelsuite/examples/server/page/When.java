package io.travelsuite.examples.server.page;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import io.travelsuite.inventory.StopPair;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a departure is, where it is left from.
 *
 * @param day as people read it
 * @param time as people read it
 * @param iso for programs
 * @param zone whose clocks
 * @param length how long it takes, or empty
 */
record When(String day, String time, String iso, String zone, String length) {

  static When of(Offer offer, Option option, Occurrence run) {
    if (offer.timing() == Offer.Timing.OPENING_HOURS) {
      ZonedDateTime day = run.startsAt().atZone(run.zone());
      String open = "any time " + TripRow.opening(option);
      return when(day, open, Duration.ZERO);
    }
    if (option.stops() == null) {
      ZonedDateTime start = run.startsAt().atZone(run.zone());
      return when(start, Wording.time(start.toLocalTime()), option.hours().length());
    }
    LegRange legs = legs(option, run);
    ZonedDateTime leaves = at(run, run.stops().get(legs.from()), true);
    ZonedDateTime arrives = at(run, run.stops().get(legs.to()), false);
    String time = Wording.time(leaves.toLocalTime()) + " – " + Wording.time(arrives.toLocalTime());
    return when(leaves, time, Duration.between(leaves, arrives));
  }

  private static ZonedDateTime at(Occurrence run, Stop stop, boolean leaving) {
    return run.startsAt()
        .plus(leaving ? stop.departure() : stop.arrival())
        .atZone(stop.zone() == null ? run.zone() : stop.zone());
  }

  private static When when(ZonedDateTime start, String time, Duration length) {
    return new When(
        Wording.day(start.toLocalDate()),
        time,
        start.toOffsetDateTime().toString(),
        Wording.zone(start.getZone()),
        Wording.length(length));
  }

  /** The part of a run over which an option goes. */
  static LegRange legs(Option option, Occurrence run) {
    StopPair stops = option.stops();
    if (stops == null) {
      return new LegRange(0, run.legs());
    }
    List<String> codes = run.stops().stream().map(Stop::code).toList();
    int from = codes.indexOf(stops.from());
    int to =
        IntStream.range(from + 1, codes.size())
            .filter(stop -> codes.get(stop).equals(stops.to()))
            .findFirst()
            .orElseThrow();
    return new LegRange(from, to);
  }
}
