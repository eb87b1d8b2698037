package io.travelsuite.examples.server.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.Money;

/** Dates, times and amounts as people read them. */
final class Wording {

  private static final Locale LOCALE = Locale.forLanguageTag("en-IE");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private Wording() {}

  static String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
    format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
    format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    return format.format(money.getAmount());
  }

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String shortDay(LocalDate date) {
    return SHORT_DAY.format(date);
  }

  static String time(LocalTime time) {
    return TIME.format(time);
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
