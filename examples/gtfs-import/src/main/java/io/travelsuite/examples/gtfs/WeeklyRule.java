package io.travelsuite.examples.gtfs;

import io.travelsuite.schedule.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells dates as a timetable does: on these weekdays, but not then and also then. */
final class WeeklyRule {

  private final SortedSet<LocalDate> dates;
  private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);

  private WeeklyRule(Collection<LocalDate> dates) {
    this.dates = new TreeSet<>(dates);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      long all = days().stream().filter(date -> date.getDayOfWeek() == weekday).count();
      long run = this.dates.stream().filter(date -> date.getDayOfWeek() == weekday).count();
      if (run > 0 && 2 * run >= all) {
        weekdays.add(weekday);
      }
    }
  }

  /** A recurrence on exactly these dates, one or more, at a time of day. */
  static Recurrence of(Collection<LocalDate> dates, LocalTime time) {
    WeeklyRule rule = new WeeklyRule(dates);
    LocalDate[] exceptions =
        rule.days().stream().filter(rule::isException).toArray(LocalDate[]::new);
    LocalDate[] extra = rule.dates.stream().filter(rule::isExtra).toArray(LocalDate[]::new);
    return Recurrence.of(rule.text(), rule.dates.first(), time)
        .last(rule.dates.last())
        .except(exceptions)
        .extra(extra);
  }

  private SortedSet<LocalDate> days() {
    return dates
        .first()
        .datesUntil(dates.last().plusDays(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isException(LocalDate date) {
    return weekdays.contains(date.getDayOfWeek()) && !dates.contains(date);
  }

  private boolean isExtra(LocalDate date) {
    return !weekdays.contains(date.getDayOfWeek());
  }

  private String text() {
    return weekdays.isEmpty()
        ? ""
        : weekdays.stream()
            .map(weekday -> weekday.name().substring(0, 2))
            .collect(Collectors.joining(",", "FREQ=WEEKLY;BYDAY=", ""));
  }
}
