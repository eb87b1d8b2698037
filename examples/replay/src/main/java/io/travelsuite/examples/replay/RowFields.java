package io.travelsuite.examples.replay;

import io.travelsuite.examples.program.BadInputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row, as they stand in the file.
 *
 * @param file the file's name
 * @param line the row's line in it, from 1
 * @param fields the fields
 */
record RowFields(String file, long line, CSVRecord fields) {

  /** The columns that a replay needs; the others may be missing. */
  static final List<String> NAMES =
      List.of(
          "hotel",
          "lead_time",
          "arrival_date_year",
          "arrival_date_month",
          "arrival_date_day_of_month",
          "stays_in_weekend_nights",
          "stays_in_week_nights",
          "reservation_status",
          "reservation_status_date");

  private static final Map<String, Month> MONTHS =
      Arrays.stream(Month.values())
          .collect(
              Collectors.toMap(
                  month ->
                      month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT),
                  Function.identity()));

  /** Together as many as one hold may have lines. */
  private static final int MOST_NIGHTS = 200;

  private static final int MOST_DAYS_AHEAD = 3_650;

  TraceRow row() {
    if (!fields.isConsistent()) {
      int columns = fields.getParser().getHeaderNames().size();
      throw new BadInputException(
          place() + "has " + fields.size() + " fields, the header has " + columns, null);
    }
    LocalDate arrival = arrival();
    LocalDate bookedOn = arrival.minusDays(number("lead_time", 0, MOST_DAYS_AHEAD));
    int nights =
        number("stays_in_weekend_nights", 0, MOST_NIGHTS)
            + number("stays_in_week_nights", 0, MOST_NIGHTS);
    return new TraceRow(
        Math.toIntExact(fields.getRecordNumber()),
        hotel(),
        bookedOn,
        arrival,
        nights,
        cancelledOn(bookedOn));
  }

  private Hotel hotel() {
    return Hotel.titled(text("hotel")).orElseThrow(() -> wrong("hotel", Hotel.titles()));
  }

  private LocalDate arrival() {
    int year = number("arrival_date_year", 2000, 2100);
    Month month = MONTHS.get(text("arrival_date_month"));
    if (month == null) {
      throw wrong("arrival_date_month", "a month's English name");
    }
    int day = number("arrival_date_day_of_month", 1, 31);
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw wrong(
          "arrival_date_day_of_month", "a day of " + text("arrival_date_month") + " " + year);
    }
  }

  /** A date before the booking's cannot be right, and is taken for the booking's. */
  private @Nullable LocalDate cancelledOn(LocalDate bookedOn) {
    LocalDate statusDate = statusDate();
    return switch (text("reservation_status")) {
      case "Check-Out" -> null;
      case "Canceled", "No-Show" -> statusDate.isBefore(bookedOn) ? bookedOn : statusDate;
      default -> throw wrong("reservation_status", "Check-Out, Canceled or No-Show");
    };
  }

  private LocalDate statusDate() {
    try {
      return LocalDate.parse(text("reservation_status_date"));
    } catch (DateTimeException e) {
      throw wrong("reservation_status_date", "a date like 2016-02-29");
    }
  }

  private int number(String field, int least, int most) {
    String text = text(field);
    if (text.matches("[0-9]{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong(field, "a whole number from " + least + " to " + most);
  }

  private String text(String field) {
    return fields.get(field);
  }

  private String place() {
    return file + ", line " + line + ": ";
  }

  private BadInputException wrong(String field, String rule) {
    String value = text(field);
    String shown = value.length() <= 60 ? value : value.substring(0, 60) + "…";
    return new BadInputException(
        place() + field + " must be " + rule + ", was: \"" + shown + "\"", null);
  }
}
