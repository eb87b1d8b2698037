package io.travelsuite.examples.gtfs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of frequencies.txt of one trip, by their start. They must not overlap. */
final class RepeatRows {

  private final TreeMap<Duration, Feed.Frequency> byStart = new TreeMap<>();

  void add(FeedRow row) {
    Duration start = row.requiredTime("start_time");
    Duration end = row.requiredTime("end_time");
    if (end.compareTo(start) <= 0) {
      throw row.wrong("end_time", "after start_time (" + row.text("start_time") + ")");
    }
    Duration headway = Duration.ofSeconds(row.number("headway_secs", 1));
    boolean exact = row.code("exact_times", 1) == 1;
    Map.Entry<Duration, Feed.Frequency> before = byStart.lowerEntry(end);
    if (before != null && before.getValue().end().compareTo(start) > 0) {
      throw row.wrong("start_time", "outside the other times of trip " + row.text("trip_id"));
    }
    byStart.put(start, new Feed.Frequency(start, end, headway, exact));
  }

  List<Feed.Frequency> inOrder() {
    return new ArrayList<>(byStart.values());
  }
}
