package io.travelsuite.examples.gtfs;

import static java.util.Comparator.comparingInt;

import io.travelsuite.examples.gtfs.Feed.StopTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of stop_times.txt.
 *
 * @param place where it stands
 * @param time what it says
 */
record StopTimeRow(Place place, StopTime time) {

  /**
   * The stop times of one trip by stop_sequence, whatever the order of the rows.
   *
   * @throws FeedException when a place in the order is given twice, the first or the last has no
   *     time, or a time goes back
   */
  static List<StopTime> inOrder(List<StopTimeRow> rows) {
    List<StopTimeRow> ordered =
        rows.stream().sorted(comparingInt(row -> row.time().sequence())).toList();
    for (int i = 1; i < ordered.size(); i++) {
      ordered.get(i).requireOtherSequence(ordered.get(i - 1));
    }
    ordered.get(0).requireTime();
    ordered.get(ordered.size() - 1).requireTime();
    requireForward(ordered);
    return ordered.stream().map(StopTimeRow::time).toList();
  }

  private void requireOtherSequence(StopTimeRow before) {
    if (time.sequence() == before.time.sequence()) {
      throw place.wrong(
          "stop_sequence",
          "unlike that of line " + before.place.line() + ", of the same trip",
          String.valueOf(time.sequence()));
    }
  }

  private void requireTime() {
    if (time.arrival() == null) {
      throw place.wrong("arrival_time", "given at the first and at the last stop of a trip", "");
    }
  }

  private static void requireForward(List<StopTimeRow> ordered) {
    Duration latest = Duration.ZERO;
    for (StopTimeRow row : ordered) {
      latest = row.notBefore(latest, "arrival_time", row.time.arrival());
      latest = row.notBefore(latest, "departure_time", row.time.departure());
    }
  }

  private Duration notBefore(Duration latest, String field, @Nullable Duration value) {
    if (value == null) {
      return latest;
    }
    if (value.compareTo(latest) < 0) {
      throw place.wrong(field, "not before " + text(latest) + ", where the trip is", text(value));
    }
    return value;
  }

  private static String text(Duration time) {
    return String.format(
        "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
