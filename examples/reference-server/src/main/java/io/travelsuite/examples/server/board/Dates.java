package io.travelsuite.examples.server.board;

import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.examples.server.store.Stock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates are told to people. */
final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private Dates() {}

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String full(LocalDate date) {
    return FULL.format(date);
  }

  static String brief(LocalDate date) {
    return SHORT.format(date);
  }

  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** Where the company is: the time zone of the first that it sells. */
  static ZoneId home(Catalogue catalogue) {
    return catalogue.offers().isEmpty()
        ? ZoneOffset.UTC
        : catalogue.offers().get(0).product().zone();
  }

  static LocalDate today(Stock stock) {
    return LocalDate.ofInstant(stock.clock().instant(), home(stock.catalogue()));
  }
}
