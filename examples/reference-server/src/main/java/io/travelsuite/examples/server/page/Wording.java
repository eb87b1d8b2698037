package io.travelsuite.examples.server.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.Money;

/** Dates, times and amounts as people read them, customers and staff alike. */
public final class Wording {

  private static final Locale LOCALE = Locale.forLanguageTag("en-IE");
  private static final DateTimeFormatter DAY = pattern("EEEE d MMMM uuuu");
  private static final DateTimeFormatter NEAR_DAY = pattern("EEEE d MMMM");
  private static final DateTimeFormatter SHORT_DAY = pattern("EEE d MMM");
  private static final DateTimeFormatter SHORTEST_DAY = pattern("d MMM");
  private static final DateTimeFormatter TIME = pattern("HH:mm");
  private static final DateTimeFormatter AT_HOME = pattern("d MMM uuuu, HH:mm");

  private Wording() {}

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  static String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
    format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
    format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    return format.format(money.getAmount());
  }

  /** {@return {@code Saturday 1 May 2027}} */
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** {@return {@code Saturday 1 May}: where the year goes without saying} */
  public static String nearDay(LocalDate date) {
    return NEAR_DAY.format(date);
  }

  static String shortDay(LocalDate date) {
    return SHORT_DAY.format(date);
  }

  /** {@return {@code 1 May}} */
  public static String shortestDay(LocalDate date) {
    return SHORTEST_DAY.format(date);
  }

  /** {@return {@code 09:30}} */
  public static String time(LocalTime time) {
    return TIME.format(time);
  }

  /** {@return {@code Saturday 1 May 2027, 09:30}} */
  public static String dayAndTime(LocalDateTime start) {
    return day(start.toLocalDate()) + ", " + time(start.toLocalTime());
  }

  /** {@return a moment in the company's own time: {@code 1 May 2027, 09:30}} */
  public static String atHome(Instant at, ZoneId home) {
    return AT_HOME.format(at.atZone(home));
  }

  /** A moment at a place: {@code Sat 1 May, 09:30, Lisbon time}. */
  static String moment(Instant moment, ZoneId zone) {
    var there = moment.atZone(zone);
    return shortDay(there.toLocalDate()) + ", " + time(there.toLocalTime()) + ", " + zone(zone);
  }

  static String zone(ZoneId zone) {
    String name = zone.getId().substring(zone.getId().lastIndexOf('/') + 1);
    return name.replace('_', ' ') + " time";
  }

  static String length(Duration length) {
    String hours = length.toHours() == 0 ? "" : counted(length.toHours(), "hour");
    String minutes = length.toMinutesPart() == 0 ? "" : length.toMinutesPart() + " minutes";
    return (hours + " " + minutes).strip();
  }

  static String counted(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
