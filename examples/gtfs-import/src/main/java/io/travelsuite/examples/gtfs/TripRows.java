package io.travelsuite.examples.gtfs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of trips.txt, and those of stop_times.txt and frequencies.txt trip by trip. */
final class TripRows {

  private final ParentRows parents;
  private final ServiceRows services;
  private final Index<Feed.Trip> trips = new Index<>("trips.txt", "trip_id");
  private final Map<String, List<StopTimeRow>> stopTimes = new LinkedHashMap<>();
  private final Map<String, RepeatRows> frequencies = new LinkedHashMap<>();

  TripRows(ParentRows parents, ServiceRows services) {
    this.parents = parents;
    this.services = services;
  }

  void trip(FeedRow row) {
    trips.add(
        row,
        new Feed.Trip(
            row.required("trip_id"),
            parents.routeOf(row).id(),
            services.serviceOf(row),
            row.text("trip_short_name"),
            List.of(),
            List.of()));
  }

  /** "timepoint=1 or empty" are exact times, which may be left out all the same when empty. */
  void stopTime(FeedRow row) {
    Duration arrival = row.time("arrival_time");
    Duration departure = row.time("departure_time");
    if (arrival == null && departure == null && row.code("timepoint", 1) == 1) {
      throw row.wrong("arrival_time", "given where timepoint is 1");
    }
    Feed.StopTime time =
        new Feed.StopTime(
            parents.stopOf(row).id(),
            row.number("stop_sequence", 0),
            arrival == null ? departure : arrival,
            departure == null ? arrival : departure,
            access(row, "pickup_type"),
            access(row, "drop_off_type"));
    stopTimes
        .computeIfAbsent(trips.referred(row, "trip_id").id(), id -> new ArrayList<>())
        .add(new StopTimeRow(row.place(), time));
  }

  void frequency(FeedRow row) {
    frequencies
        .computeIfAbsent(trips.referred(row, "trip_id").id(), id -> new RepeatRows())
        .add(row);
  }

  private static Feed.Access access(FeedRow row, String field) {
    return switch (row.code(field, 3)) {
      case 0 -> Feed.Access.REGULAR;
      case 1 -> Feed.Access.NONE;
      case 2 -> Feed.Access.PHONE;
      default -> Feed.Access.DRIVER;
    };
  }

  /** All trips, with their stop times checked against each other. */
  Map<String, Feed.Trip> trips() {
    Map<String, Feed.Trip> whole = new LinkedHashMap<>();
    trips.values().forEach((id, trip) -> whole.put(id, whole(trip)));
    return whole;
  }

  private Feed.Trip whole(Feed.Trip trip) {
    List<StopTimeRow> rows = stopTimes.getOrDefault(trip.id(), List.of());
    if (rows.size() < 2) {
      throw trips
          .place(trip.id())
          .wrong("trip_id", "that of two or more rows of stop_times.txt", trip.id());
    }
    RepeatRows repeats = frequencies.get(trip.id());
    return new Feed.Trip(
        trip.id(),
        trip.routeId(),
        trip.serviceId(),
        trip.name(),
        StopTimeRow.inOrder(rows),
        repeats == null ? List.of() : repeats.inOrder());
  }
}
