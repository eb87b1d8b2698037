package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.schedule.Recurrence;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The dates of a recurrence, by its rule, its exceptions and its extra dates. */
final class RecurrenceDates {

  private static final Set<Freq> OF_DATES =
      Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  private RecurrenceDates() {}

  /** The dates from one to another, both included. */
  static NavigableSet<LocalDate> between(Recurrence recurrence, LocalDate from, LocalDate to) {
    TreeSet<LocalDate> dates = new TreeSet<>(recurrence.extraDates());
    LocalDate last = recurrence.last();
    if (!recurrence.rule().isEmpty()) {
      addRule(recurrence, dates, from, last == null || last.isAfter(to) ? to : last);
    }
    dates.removeAll(recurrence.exceptions());
    return new TreeSet<>(from.isAfter(to) ? new TreeSet<>() : dates.subSet(from, true, to, true));
  }

  /** Fails unless the rule can be counted. */
  static void check(Recurrence recurrence) {
    between(recurrence, recurrence.first(), recurrence.first());
  }

  private static void addRule(
      Recurrence recurrence, Set<LocalDate> dates, LocalDate from, LocalDate to) {
    RecurrenceRule rule = rule(recurrence.rule());
    try {
      RecurrenceRuleIterator iterator = rule.iterator(dateTime(recurrence.first()));
      if (from.isAfter(recurrence.first())) {
        iterator.fastForward(dateTime(from));
      }
      while (iterator.hasNext()) {
        LocalDate date = date(iterator.nextDateTime());
        if (date.isAfter(to)) {
          return;
        }
        dates.add(date);
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(
          "rule",
          recurrence.rule(),
          "must match a date now and then, and its UNTIL be a date: " + e.getMessage());
    }
  }

  private static RecurrenceRule rule(String text) {
    RecurrenceRule rule;
    try {
      rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException e) {
      throw new InvalidRequestException(
          "rule", text, "must be a recurrence rule of RFC 5545: " + e.getMessage());
    }
    unless(
        OF_DATES.contains(rule.getFreq()) && !tellsTimes(rule),
        "rule",
        text,
        "must tell dates: times of day are told beside it");
    return rule;
  }

  /** Not by a constant set: the parts of a rule fail to load where they are named before a rule. */
  private static boolean tellsTimes(RecurrenceRule rule) {
    return rule.hasPart(RecurrenceRule.Part.BYHOUR)
        || rule.hasPart(RecurrenceRule.Part.BYMINUTE)
        || rule.hasPart(RecurrenceRule.Part.BYSECOND);
  }

  private static DateTime dateTime(LocalDate date) {
    return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
  }

  private static LocalDate date(DateTime date) {
    return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
  }
}
