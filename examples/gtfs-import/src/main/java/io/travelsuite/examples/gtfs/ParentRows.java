package io.travelsuite.examples.gtfs;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What trips refer to: agencies, stops and routes. */
final class ParentRows {

  private static final int STOP = 0;
  private static final int STATION = 1;
  private static final int HIGHEST_LOCATION_TYPE = 4;

  private final Index<Feed.Agency> agencies = new Index<>("agency.txt", "agency_id");
  private final Index<FeedRow> places = new Index<>("stops.txt", "stop_id");
  private final Index<Feed.Stop> stops = new Index<>("stops.txt", "stop_id");
  private final Index<Feed.Route> routes = new Index<>("routes.txt", "route_id");
  private @Nullable ZoneId zone;

  /** "If multiple agencies are specified, each must have the same agency_timezone." */
  void agency(FeedRow row) {
    ZoneId itsZone = row.zone("agency_timezone");
    if (zone != null && !zone.equals(itsZone)) {
      throw row.wrong("agency_timezone", "that of the agencies before, " + zone);
    }
    zone = itsZone;
    agencies.add(row, new Feed.Agency(row.text("agency_id"), row.required("agency_name"), itsZone));
  }

  /** Any row of stops.txt; all of them come before the first {@link #stop}. */
  void place(FeedRow row) {
    row.required("stop_id");
    row.code("location_type", HIGHEST_LOCATION_TYPE);
    places.add(row, row);
  }

  /** A row of stops.txt, left alone when trips cannot call there. */
  void stop(FeedRow row) {
    if (isOf(STOP, row)) {
      stops.add(
          row,
          new Feed.Stop(
              row.text("stop_id"), row.text("stop_code"), row.required("stop_name"), zone(row)));
    }
  }

  /**
   * "If the location has a parent station, it inherits the parent station's timezone instead of
   * applying its own. Stations and parentless stops with empty stop_timezone inherit the timezone
   * specified by agency.agency_timezone."
   */
  private ZoneId zone(FeedRow stop) {
    FeedRow zoned = stop.text("parent_station").isEmpty() ? stop : station(stop);
    if (!zoned.text("stop_timezone").isEmpty()) {
      return zoned.zone("stop_timezone");
    }
    if (zone == null) {
      throw new FeedException("agency.txt: has no rows");
    }
    return zone;
  }

  private FeedRow station(FeedRow stop) {
    FeedRow station = places.referred(stop, "parent_station");
    if (!isOf(STATION, station)) {
      throw stop.wrong("parent_station", "a stop_id with location_type 1");
    }
    return station;
  }

  private static boolean isOf(int locationType, FeedRow place) {
    return place.code("location_type", HIGHEST_LOCATION_TYPE) == locationType;
  }

  /** Extended route types have up to four digits. */
  void route(FeedRow row) {
    String longName = row.text("route_long_name");
    String name = longName.isEmpty() ? row.required("route_short_name") : longName;
    routes.add(
        row,
        new Feed.Route(row.required("route_id"), agencyId(row), name, row.number("route_type", 0)));
  }

  /** In a feed of one agency its routes need not name it. */
  private String agencyId(FeedRow route) {
    if (route.text("agency_id").isEmpty() && agencies.values().size() == 1) {
      return agencies.values().keySet().iterator().next();
    }
    return agencies.referred(route, "agency_id").id();
  }

  /** The stop that a row of stop_times.txt refers to. */
  Feed.Stop stopOf(FeedRow row) {
    places.referred(row, "stop_id");
    if (!stops.has(row.text("stop_id"))) {
      throw row.wrong("stop_id", "a stop with location_type 0, where trips call");
    }
    return stops.referred(row, "stop_id");
  }

  /** The route that a row of trips.txt refers to. */
  Feed.Route routeOf(FeedRow row) {
    return routes.referred(row, "route_id");
  }

  Map<String, Feed.Agency> agencies() {
    return agencies.values();
  }

  Map<String, Feed.Stop> stops() {
    return stops.values();
  }

  Map<String, Feed.Route> routes() {
    return routes.values();
  }
}
