package io.travelsuite.notify.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * A time zone as a calendar tells it (VTIMEZONE, RFC 5545, 3.6.5), by the rules that the JDK has of
 * it, around one moment: what the library computed with is what the client shows.
 *
 * <p>Where a zone changes by a yearly rule it is told as that rule, the form that every client
 * reads; else (Morocco, whose dates follow the moon) by the changes of the years around.
 */
final class ZoneBlock {

  private static final int YEARS_TO_COMPARE = 10;

  private final VTimezone block;
  private final ZoneId zone;
  private final ZoneRules rules;
  private final ZonedDateTime start;

  private ZoneBlock(ZonedDateTime moment) {
    this.zone = moment.getZone();
    this.rules = zone.getRules();
    this.start = moment.minusYears(1);
    this.block = new VTimezone(zone.getId());
  }

  static VTimezone around(ZonedDateTime moment) {
    ZoneBlock block = new ZoneBlock(moment);
    if (block.yearly()) {
      block.rules.getTransitionRules().forEach(block::add);
    } else {
      block.addEach(moment.plusYears(1));
    }
    return block.block;
  }

  private boolean yearly() {
    int last = rules.getTransitions().size() - 1;
    boolean explicit =
        last >= 0 && rules.getTransitions().get(last).getInstant().isAfter(start.toInstant());
    return !explicit
        && !rules.getTransitionRules().isEmpty()
        && rules.getTransitionRules().stream().allMatch(this::told);
  }

  /** Whether "the first Sunday from the 8th on" is what the rule comes to, year by year. */
  private boolean told(ZoneOffsetTransitionRule rule) {
    if (rule.getDayOfWeek() == null || nth(rule) == 0) {
      return false;
    }
    LocalDateTime first = local(rule, start.getYear());
    for (int year = start.getYear(); year < start.getYear() + YEARS_TO_COMPARE; year++) {
      LocalDateTime then = local(rule, year);
      LocalDate month = LocalDate.of(year, rule.getMonth(), 1);
      TemporalAdjuster day = TemporalAdjusters.dayOfWeekInMonth(nth(rule), rule.getDayOfWeek());
      if (!then.toLocalDate().equals(month.with(day))
          || !then.toLocalTime().equals(first.toLocalTime())) {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime local(ZoneOffsetTransitionRule rule, int year) {
    return rule.createTransition(year).getDateTimeBefore();
  }

  /** Which of the month's weekdays it is, -1 for the last, 0 for one that cannot be told so. */
  private static int nth(ZoneOffsetTransitionRule rule) {
    int from = rule.getDayOfMonthIndicator();
    if (from == -1 || from == rule.getMonth().minLength() - 6) {
      return -1;
    }
    return from % 7 == 1 ? from / 7 + 1 : 0;
  }

  private void add(ZoneOffsetTransitionRule rule) {
    Recurrence yearly =
        new Recurrence.Builder(Frequency.YEARLY)
            .byMonth(rule.getMonth().getValue())
            .byDay(nth(rule), DayOfWeek.valueOf(rule.getDayOfWeek().name()))
            .build();
    add(rule.createTransition(start.getYear())).setRecurrenceRule(yearly);
  }

  private void addEach(ZonedDateTime until) {
    observance(start.toLocalDateTime().withNano(0), start.getOffset(), start);
    ZoneOffsetTransition next = rules.nextTransition(start.toInstant());
    while (next != null && next.getInstant().isBefore(until.toInstant())) {
      add(next);
      next = rules.nextTransition(next.getInstant());
    }
  }

  private Observance add(ZoneOffsetTransition change) {
    ZonedDateTime after = change.getInstant().atZone(zone);
    return observance(change.getDateTimeBefore(), change.getOffsetBefore(), after);
  }

  private Observance observance(LocalDateTime at, ZoneOffset before, ZonedDateTime after) {
    boolean summer = rules.isDaylightSavings(after.toInstant());
    Observance observance = summer ? new DaylightSavingsTime() : new StandardTime();
    observance.setDateStart(
        new DateTimeComponents(
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            false));
    observance.setTimezoneOffsetFrom(offset(before));
    observance.setTimezoneOffsetTo(offset(after.getOffset()));
    observance.addTimezoneName(after.format(DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH)));
    if (observance instanceof DaylightSavingsTime daylight) {
      block.addDaylightSavingsTime(daylight);
    } else if (observance instanceof StandardTime standard) {
      block.addStandardTime(standard);
    }
    return observance;
  }

  private static UtcOffset offset(ZoneOffset offset) {
    return new UtcOffset(offset.getTotalSeconds() * 1000L);
  }
}
