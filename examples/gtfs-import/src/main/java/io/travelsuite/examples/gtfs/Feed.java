package io.travelsuite.examples.gtfs;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, whole and checked: every reference leads somewhere. The words are those of the
 * <a href="https://gtfs.org/documentation/schedule/reference/">GTFS reference</a>. All maps keep
 * the order of the files.
 *
 * @param agencies who runs the trips, by id; all in one time zone
 * @param stops where trips call, by id; no stations, entrances or other places
 * @param routes by id
 * @param trips by id
 * @param services on which dates trips run, by id
 */
record Feed(
    Map<String, Agency> agencies,
    Map<String, Stop> stops,
    Map<String, Route> routes,
    Map<String, Trip> trips,
    Map<String, Service> services) {

  Feed {
    agencies = copy(agencies);
    stops = copy(stops);
    routes = copy(routes);
    trips = copy(trips);
    services = copy(services);
    if (agencies.isEmpty()) {
      throw new FeedException("agency.txt: has no rows");
    }
  }

  /**
   * Who runs trips.
   *
   * @param id empty in a feed of one agency that gives none
   * @param name its name
   * @param zone the zone in which all times of the feed are meant
   */
  record Agency(String id, String name, ZoneId zone) {}

  /**
   * Where trips call.
   *
   * @param id its key in the feed
   * @param code what riders are shown; empty when none is given, and not unique
   * @param name its name
   * @param zone its station's zone, or its own, or else the agency's
   */
  record Stop(String id, String code, String name, ZoneId zone) {}

  /**
   * Trips that riders know as one.
   *
   * @param id its key in the feed
   * @param agencyId whose it is
   * @param name its long name, or else its short one
   * @param type 2 is rail, 3 a bus
   */
  record Route(String id, String agencyId, String name, int type) {}

  /**
   * A run from stop to stop, on every date of its service.
   *
   * @param id its key in the feed
   * @param routeId whose it is
   * @param serviceId on which dates
   * @param name what riders know it by, a train's number; empty when none is given
   * @param stopTimes two or more, in order
   * @param frequencies in order; empty unless the trip is repeated, and then its own times count
   *     only relative to each other
   */
  record Trip(
      String id,
      String routeId,
      String serviceId,
      String name,
      List<StopTime> stopTimes,
      List<Frequency> frequencies) {

    Trip {
      stopTimes = List.copyOf(stopTimes);
      frequencies = List.copyOf(frequencies);
    }
  }

  /**
   * A trip's call at a stop. Times count from noon minus 12 hours of the service day in the
   * agency's zone, and never go back along a trip. The first and the last of a trip have both.
   *
   * @param stopId where
   * @param sequence its place in the order, with gaps
   * @param arrival null when the departure is too
   * @param departure null when the arrival is too
   * @param pickup whether one may get on
   * @param dropOff whether one may get off
   */
  record StopTime(
      String stopId,
      int sequence,
      @Nullable Duration arrival,
      @Nullable Duration departure,
      Access pickup,
      Access dropOff) {}

  /** Whether one may get on (pickup_type) or off (drop_off_type), by its code in the feed. */
  enum Access {
    /** 0, and what is not said: the vehicle stops. */
    REGULAR,
    /** 1: not here. */
    NONE,
    /** 2: the vehicle stops for who phones the agency before. */
    PHONE,
    /** 3: the vehicle stops for who tells the driver. */
    DRIVER;

    boolean possible() {
      return this != NONE;
    }

    boolean onRequest() {
      return this == PHONE || this == DRIVER;
    }
  }

  /**
   * A weekly rhythm between two dates.
   *
   * @param first the first service day it may run on
   * @param last the last one, not before the first
   * @param weekdays on which it does
   */
  record Calendar(LocalDate first, LocalDate last, Set<DayOfWeek> weekdays) {

    Calendar {
      weekdays = Set.copyOf(weekdays);
    }

    boolean has(LocalDate date) {
      return !date.isBefore(first) && !date.isAfter(last) && weekdays.contains(date.getDayOfWeek());
    }
  }

  /**
   * On which dates trips run.
   *
   * @param id its key in the feed
   * @param calendar null when every date is one of the exceptions
   * @param exceptions what calendar_dates.txt says: true when the date is added, false when it is
   *     removed
   */
  record Service(String id, @Nullable Calendar calendar, Map<LocalDate, Boolean> exceptions) {

    Service {
      exceptions = Map.copyOf(exceptions);
    }

    boolean runsOn(LocalDate date) {
      Boolean exception = exceptions.get(date);
      return exception != null ? exception : calendar != null && calendar.has(date);
    }
  }

  /**
   * A trip's repetition: it leaves its first stop at the start, and again after each headway as
   * long as that is before the end.
   *
   * @param start when it first leaves
   * @param end when it no longer does, after the start
   * @param headway between two departures, above zero
   * @param exact whether the times are kept (exact_times 1), or just the headway between vehicles
   *     is (0); they are expanded alike, and are approximate in the second case
   */
  record Frequency(Duration start, Duration end, Duration headway, boolean exact) {}

  /** The zone in which all times of the feed are meant. */
  ZoneId zone() {
    return agencies.values().iterator().next().zone();
  }

  /**
   * What belongs to one agency: its routes, their trips, and the stops and services of these.
   *
   * @throws IllegalArgumentException when the feed has no such agency
   */
  Feed ofAgency(String agencyId) {
    Agency agency = agencies.get(agencyId);
    if (agency == null) {
      throw new IllegalArgumentException(
          "agency " + agencyId + " is not one of " + agencies.keySet());
    }
    Map<String, Route> itsRoutes = kept(routes, route -> route.agencyId().equals(agencyId));
    Map<String, Trip> itsTrips = kept(trips, trip -> itsRoutes.containsKey(trip.routeId()));
    Collection<Trip> all = itsTrips.values();
    Set<String> calledAt =
        all.stream()
            .flatMap(trip -> trip.stopTimes().stream())
            .map(StopTime::stopId)
            .collect(Collectors.toSet());
    Set<String> run = all.stream().map(Trip::serviceId).collect(Collectors.toSet());
    return new Feed(
        Map.of(agencyId, agency),
        kept(stops, stop -> calledAt.contains(stop.id())),
        itsRoutes,
        itsTrips,
        kept(services, service -> run.contains(service.id())));
  }

  private static <T> Map<String, T> kept(Map<String, T> rows, Predicate<T> condition) {
    Map<String, T> kept = new LinkedHashMap<>(rows);
    kept.values().removeIf(condition.negate());
    return kept;
  }

  private static <T> Map<String, T> copy(Map<String, T> rows) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }
}
