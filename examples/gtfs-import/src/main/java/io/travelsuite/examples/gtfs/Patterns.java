package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.gtfs.Feed.Stop;
import io.travelsuite.examples.gtfs.Feed.StopTime;
import io.travelsuite.examples.gtfs.Feed.Trip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the patterns of a feed's trips, each but once. */
final class Patterns {

  private final Map<String, Stop> stops;
  private final Map<String, String> codes;
  private final Map<Pattern, Pattern> known = new LinkedHashMap<>();

  Patterns(Map<String, Stop> stops) {
    this.stops = stops;
    this.codes = StopCodes.of(stops.values());
  }

  /** The pattern of a trip, the same one for all trips with identical calls. */
  Pattern of(Trip trip) {
    List<InterpolatedTimes.Times> times = InterpolatedTimes.of(trip.stopTimes());
    Duration start = times.get(0).departure();
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      calls.add(call(trip.stopTimes().get(i), times.get(i).since(start)));
    }
    return known.computeIfAbsent(new Pattern(calls), pattern -> pattern);
  }

  private Call call(StopTime stopTime, InterpolatedTimes.Times times) {
    Stop stop = stops.get(stopTime.stopId());
    String code = codes.get(stopTime.stopId());
    if (stop == null || code == null) {
      throw new IllegalArgumentException("no stop " + stopTime.stopId());
    }
    return new Call(
        stop.id(),
        code,
        stop.name(),
        stop.zone(),
        times.arrival(),
        times.departure(),
        stopTime.pickup().possible(),
        stopTime.dropOff().possible(),
        stopTime.pickup().onRequest() || stopTime.dropOff().onRequest());
  }
}
