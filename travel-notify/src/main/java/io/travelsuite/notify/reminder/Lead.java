package io.travelsuite.notify.reminder;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** How long before something a reminder of it is due. Immutable. */
public sealed interface Lead {

  /**
   * {@return when it is due}
   *
   * @param moment what it reminds of
   * @param zone of the place where that happens
   */
  Instant due(Instant moment, ZoneId zone);

  /** {@return the longest that it may be before} */
  Duration longest();

  /**
   * So much time before, as a stopwatch counts it: over a change of the clocks, 24 hours before
   * 09:00 is 08:00 or 10:00 of the day before.
   *
   * @param time 1 second to 60 days
   */
  record Before(Duration time) implements Lead {

    /** Checks the range. */
    public Before {
      boolean within =
          time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(Duration.ofDays(60)) <= 0;
      unless(within, "before", time, "must be 1 second to 60 days");
    }

    @Override
    public Instant due(Instant moment, ZoneId zone) {
      return moment.minus(time);
    }

    @Override
    public Duration longest() {
      return time;
    }
  }

  /**
   * On a day before, at a time of the place's clocks. A time that the clocks leave out that day is
   * taken as much later as they are put forward; of one that they show twice, the first.
   *
   * @param days how many days before the day of the departure there, 0 to 60
   * @param at when on that day
   */
  record DaysBefore(int days, LocalTime at) implements Lead {

    /** Checks the range. */
    public DaysBefore {
      unless(days >= 0 && days <= 60, "days", days, "must be 0 to 60");
    }

    @Override
    public Instant due(Instant moment, ZoneId zone) {
      return moment.atZone(zone).toLocalDate().minusDays(days).atTime(at).atZone(zone).toInstant();
    }

    /** A day more, and the most that clocks are changed by. */
    @Override
    public Duration longest() {
      return Duration.ofDays(days + 1L).plusHours(3);
    }
  }
}
