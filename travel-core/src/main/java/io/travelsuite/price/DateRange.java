package io.travelsuite.price;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A range of dates.
 *
 * @param first the first date, from 1000-01-01
 * @param last the last date, included, to 9999-12-31
 */
public record DateRange(LocalDate first, LocalDate last) {
  private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** Every date. */
  public static final DateRange ALWAYS = new DateRange(FIRST, LAST);

  /** Checks the order. */
  public DateRange {
    unless(!first.isBefore(FIRST), "first", first, "must not be before " + FIRST);
    unless(!last.isAfter(LAST), "last", last, "must not be after " + LAST);
    unless(!last.isBefore(first), "last", last, "must not be before the first, " + first);
  }

  /**
   * {@return the dates from one on}
   *
   * @param first the first date
   */
  public static DateRange from(LocalDate first) {
    return new DateRange(first, LAST);
  }

  /**
   * {@return one date}
   *
   * @param date the date
   */
  public static DateRange on(LocalDate date) {
    return new DateRange(date, date);
  }

  /** {@return how many dates it has, at least 1} */
  public long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /**
   * {@return whether a date lies in the range}
   *
   * @param date the date
   */
  public boolean contains(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }

  /**
   * {@return whether there is a date in both}
   *
   * @param other the other range
   */
  public boolean meets(DateRange other) {
    return !first.isAfter(other.last) && !other.first.isAfter(last);
  }

  /** {@return the range as people read it: {@code 2027-06-01 to 2027-08-31}} */
  @Override
  public String toString() {
    return equals(ALWAYS) ? "always" : first + " to " + last;
  }
}
