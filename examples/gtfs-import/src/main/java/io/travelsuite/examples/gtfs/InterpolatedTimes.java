package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.gtfs.Feed.StopTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every call of a trip a time. The <a
 * href="https://gtfs.org/documentation/schedule/reference/#stop_timestxt">GTFS reference</a> lets a
 * feed leave out the times between the first and the last stop where "exact arrival and departure
 * times" are not available and "estimated or interpolated" ones (timepoint 0) were not provided. It
 * does not say how to estimate them: here such stops are spread evenly over the time from the
 * departure at the last stop with a time to the arrival at the next one, rounded down to whole
 * seconds, and the vehicle leaves them as it comes.
 */
final class InterpolatedTimes {

  private InterpolatedTimes() {}

  /**
   * When a vehicle comes and goes.
   *
   * @param arrival when it comes
   * @param departure when it goes
   */
  record Times(Duration arrival, Duration departure) {

    /** The same, counted from a later time. */
    Times since(Duration start) {
      return new Times(arrival.minus(start), departure.minus(start));
    }
  }

  /**
   * The times of all calls, in order, from noon minus 12 hours; the first and the last call must
   * have theirs.
   */
  static List<Times> of(List<StopTime> stopTimes) {
    List<Times> times = new ArrayList<>();
    for (StopTime stopTime : stopTimes) {
      Duration arrival = stopTime.arrival();
      Duration departure = stopTime.departure();
      if (arrival != null && departure != null) {
        spread(times, stopTimes.subList(times.size(), stopTimes.size()), arrival);
        times.add(new Times(arrival, departure));
      }
    }
    return times;
  }

  /** Adds the times of the blank ones before the next that has its own. */
  private static void spread(List<Times> times, List<StopTime> following, Duration next) {
    int blanks = 0;
    while (following.get(blanks).arrival() == null) {
      blanks++;
    }
    if (blanks > 0) {
      Duration last = times.get(times.size() - 1).departure();
      long seconds = next.minus(last).toSeconds();
      for (int i = 1; i <= blanks; i++) {
        Duration time = last.plusSeconds(seconds * i / (blanks + 1));
        times.add(new Times(time, time));
      }
    }
  }
}
