package io.travelsuite.examples.gtfs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The day by which a feed counts. "The time is measured from 'noon minus 12h' of the service day
 * (effectively midnight except for days on which daylight savings time changes occur)", says the <a
 * href="https://gtfs.org/documentation/schedule/reference/#field-types">GTFS reference</a>. So
 * 08:00:00 is eight o'clock on those days too, and a day begins an hour before midnight in spring
 * and an hour after it in autumn.
 *
 * @param date the day
 * @param zone the agency's zone
 */
record ServiceDay(LocalDate date, ZoneId zone) {

  private static final Duration HALF = Duration.ofHours(12);

  /** The instant that a time of the feed means on this day. */
  Instant at(Duration time) {
    return date.atTime(LocalTime.NOON).atZone(zone).toInstant().minus(HALF).plus(time);
  }
}
