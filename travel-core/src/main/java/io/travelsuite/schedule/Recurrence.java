package io.travelsuite.schedule;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something runs: dates by a rule, and on each of them some local departure times.
 *
 * <pre>{@code
 * Recurrence.of("FREQ=WEEKLY;BYDAY=MO,WE,FR", LocalDate.parse("2027-04-01"), LocalTime.of(9, 0))
 *     .last(LocalDate.parse("2027-10-31"))
 *     .except(LocalDate.parse("2027-05-17"))
 * }</pre>
 *
 * @param rule a recurrence rule of RFC 5545, section 3.3.10, that tells dates: its FREQ is DAILY,
 *     WEEKLY, MONTHLY or YEARLY, its UNTIL a date. Empty when only the extra dates are meant. The
 *     first date is one of the rule's only where the rule matches it
 * @param first the date from which the rule counts
 * @param last the last date of the rule, included; or null when it goes on
 * @param times the local times of departure on each date, 1 to 1,440, in whole seconds
 * @param exceptions dates on which nothing runs, at most 10,000
 * @param extraDates dates on which it runs although the rule does not say so, before the first or
 *     after the last too; at most 10,000, none of them an exception
 */
public record Recurrence(
    String rule,
    LocalDate first,
    @Nullable LocalDate last,
    SortedSet<LocalTime> times,
    SortedSet<LocalDate> exceptions,
    SortedSet<LocalDate> extraDates) {
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9=;,+:-]{0,1000}");
  private static final int MOST_DATES = 10_000;
  private static final int MOST_TIMES = 1_440;

  /** Checks the ranges and copies the sets. */
  public Recurrence {
    unless(
        RULE.matcher(rule).matches(),
        "rule",
        rule,
        "must be a recurrence rule of RFC 5545, at most 1,000 characters: FREQ=DAILY;INTERVAL=2");
    unless(last == null || !last.isBefore(first), "last", last, "must not be before " + first);
    times = Collections.unmodifiableSortedSet(new TreeSet<>(times));
    exceptions = Collections.unmodifiableSortedSet(new TreeSet<>(exceptions));
    extraDates = Collections.unmodifiableSortedSet(new TreeSet<>(extraDates));
    checkTimes(times);
    checkSize("exceptions", exceptions);
    checkSize("extraDates", extraDates);
    for (LocalDate date : extraDates) {
      unless(!exceptions.contains(date), "extraDates", date, "must not be an exception too");
    }
  }

  private static void checkTimes(SortedSet<LocalTime> times) {
    unless(
        !times.isEmpty() && times.size() <= MOST_TIMES,
        "times",
        times.size(),
        "must be 1 to " + MOST_TIMES);
    for (LocalTime time : times) {
      unless(
          time.equals(time.truncatedTo(ChronoUnit.SECONDS)),
          "times",
          time,
          "must be in whole seconds");
    }
  }

  private static void checkSize(String field, SortedSet<LocalDate> dates) {
    unless(dates.size() <= MOST_DATES, field, dates.size(), "must be at most " + MOST_DATES);
  }

  /**
   * {@return a recurrence without end and exceptions}
   *
   * @param rule a recurrence rule of RFC 5545 that tells dates
   * @param first the date from which it counts
   * @param times the local times of departure on each date
   */
  public static Recurrence of(String rule, LocalDate first, LocalTime... times) {
    TreeSet<LocalTime> all = new TreeSet<>(List.of(times));
    return new Recurrence(rule, first, null, all, new TreeSet<>(), new TreeSet<>());
  }

  /**
   * {@return the same at other local times}
   *
   * @param other the local times of departure on each date
   */
  public Recurrence times(LocalTime... other) {
    TreeSet<LocalTime> all = new TreeSet<>(List.of(other));
    return new Recurrence(rule, first, last, all, exceptions, extraDates);
  }

  /**
   * {@return the same, the rule ending with a date}
   *
   * @param date the last date, included
   */
  public Recurrence last(LocalDate date) {
    return new Recurrence(rule, first, date, times, exceptions, extraDates);
  }

  /**
   * {@return the same, with more dates on which nothing runs}
   *
   * @param dates the dates
   */
  public Recurrence except(LocalDate... dates) {
    return new Recurrence(rule, first, last, times, with(exceptions, Set.of(dates)), extraDates);
  }

  /**
   * {@return the same, with more dates on which it runs although the rule does not say so}
   *
   * @param dates the dates
   */
  public Recurrence extra(LocalDate... dates) {
    return new Recurrence(rule, first, last, times, exceptions, with(extraDates, Set.of(dates)));
  }

  private static SortedSet<LocalDate> with(SortedSet<LocalDate> some, Set<LocalDate> more) {
    TreeSet<LocalDate> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }
}
