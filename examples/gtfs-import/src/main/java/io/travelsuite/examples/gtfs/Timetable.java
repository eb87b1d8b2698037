package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.gtfs.Feed.Frequency;
import io.travelsuite.examples.gtfs.Feed.Service;
import io.travelsuite.examples.gtfs.Feed.Trip;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A feed's trips as dated departures. It does not change, and any thread may use it. */
final class Timetable {

  private final Feed feed;
  private final Map<String, Pattern> patterns;

  private Timetable(Feed feed, Map<String, Pattern> patterns) {
    this.feed = feed;
    this.patterns = patterns;
  }

  /** The timetable of all trips of a feed. */
  static Timetable of(Feed feed) {
    Patterns made = new Patterns(feed.stops());
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    feed.trips().forEach((id, trip) -> patterns.put(id, made.of(trip)));
    return new Timetable(feed, patterns);
  }

  /**
   * All departures of some service days, by day, then by trip in file order, then by start. They
   * are made as they are asked for.
   *
   * @param first the first day
   * @param last the last day, which is included
   * @throws IllegalArgumentException when the last is before the first
   */
  Stream<Departure> departures(LocalDate first, LocalDate last) {
    requireOrder(first, last);
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(date -> feed.trips().values().stream().flatMap(trip -> of(trip, date)));
  }

  /**
   * The departures of some service days by the time of day at which they leave, in which a schedule
   * can hold them.
   *
   * @param first the first day
   * @param last the last day, which is included
   * @throws IllegalArgumentException when the last is before the first
   */
  List<Series> series(LocalDate first, LocalDate last) {
    requireOrder(first, last);
    List<Series> series = new ArrayList<>();
    for (Trip trip : feed.trips().values()) {
      List<LocalDate> dates =
          first.datesUntil(last.plusDays(1)).filter(service(trip)::runsOn).toList();
      for (Duration start : dates.isEmpty() ? List.<Duration>of() : starts(trip)) {
        series.add(Series.of(dates.stream().map(date -> departure(trip, date, start)).toList()));
      }
    }
    return series;
  }

  /**
   * Where and when a trip calls.
   *
   * @throws IllegalArgumentException when there is no such trip
   */
  Pattern pattern(String tripId) {
    Pattern pattern = patterns.get(tripId);
    if (pattern == null) {
      throw new IllegalArgumentException("no trip " + tripId);
    }
    return pattern;
  }

  /** Whose timetable it is. */
  Feed.Agency agency() {
    return feed.agencies().values().iterator().next();
  }

  /** What riders know a trip by, and from where to where it goes. */
  String title(String tripId) {
    Trip trip = feed.trips().get(tripId);
    String name = trip == null || trip.name().isEmpty() ? tripId : trip.name();
    List<Call> calls = pattern(tripId).calls();
    return name + " " + calls.get(0).name() + " – " + calls.get(calls.size() - 1).name();
  }

  /** The keys of the trips that have identical calls, in file order. */
  Map<Pattern, List<String>> patterns() {
    return Collections.unmodifiableMap(
        patterns.keySet().stream()
            .collect(
                Collectors.groupingBy(this::pattern, LinkedHashMap::new, Collectors.toList())));
  }

  private Stream<Departure> of(Trip trip, LocalDate date) {
    return service(trip).runsOn(date)
        ? starts(trip).stream().map(start -> departure(trip, date, start))
        : Stream.empty();
  }

  private Departure departure(Trip trip, LocalDate date, Duration start) {
    return new Departure(
        trip.id(),
        trip.routeId(),
        date,
        new ServiceDay(date, feed.zone()).at(start),
        pattern(trip.id()));
  }

  private Service service(Trip trip) {
    Service service = feed.services().get(trip.serviceId());
    if (service == null) {
      throw new IllegalArgumentException("no service " + trip.serviceId());
    }
    return service;
  }

  /** When a trip leaves its first stop on a day. */
  private static List<Duration> starts(Trip trip) {
    if (trip.frequencies().isEmpty()) {
      return List.of(InterpolatedTimes.of(trip.stopTimes()).get(0).departure());
    }
    List<Duration> starts = new ArrayList<>();
    for (Frequency often : trip.frequencies()) {
      for (Duration start = often.start();
          start.compareTo(often.end()) < 0;
          start = start.plus(often.headway())) {
        starts.add(start);
      }
    }
    return starts;
  }

  private static void requireOrder(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last must not be before " + first + ", was: " + last);
    }
  }
}
