package io.travelsuite.notify.template;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates and times as people of a locale write them, each in its own zone. */
final class TimeText {

  private TimeText() {}

  static String date(ZonedDateTime time, Locale locale) {
    return time.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
  }

  static String shortDate(ZonedDateTime time, Locale locale) {
    return time.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
  }

  static String time(ZonedDateTime time, Locale locale) {
    return time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
  }

  /** The name tells which of two the time is where clocks go back: summer or standard. */
  static String zone(ZonedDateTime time, Locale locale) {
    String name = time.format(DateTimeFormatter.ofPattern("zzzz", locale));
    String offset = time.getOffset().getTotalSeconds() == 0 ? "" : time.getOffset().getId();
    return name + ", UTC" + offset.replace('-', '\u2212');
  }
}
