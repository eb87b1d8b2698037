package io.travelsuite.examples.gtfs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row, read as the <a
 * href="https://gtfs.org/documentation/schedule/reference/#field-types">field types</a> of GTFS.
 * Each method throws a {@link FeedException} for a value that is not of its type.
 *
 * @param place where it stands
 * @param fields the fields
 */
record FeedRow(Place place, CSVRecord fields) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** A run of many days goes on counting hours: 107:00:00. */
  private static final Pattern TIME = Pattern.compile("([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])");

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /**
   * The value without spaces around it, or an empty text when the field is blank or its column
   * missing.
   */
  String text(String field) {
    return fields.isMapped(field) ? fields.get(field).strip() : "";
  }

  /** The value, which must not be blank. */
  String required(String field) {
    String value = text(field);
    if (value.isEmpty()) {
      throw wrong(field, "given");
    }
    return value;
  }

  /** A service day, written YYYYMMDD. */
  LocalDate date(String field) {
    try {
      return LocalDate.parse(text(field), DATE);
    } catch (DateTimeException e) {
      throw wrong(field, "a date like 20220228");
    }
  }

  /** A time since "noon minus 12h" of the service day, or null when blank. */
  @Nullable Duration time(String field) {
    return text(field).isEmpty() ? null : requiredTime(field);
  }

  /** A time since "noon minus 12h" of the service day. */
  Duration requiredTime(String field) {
    Matcher parts = TIME.matcher(text(field));
    if (!parts.matches()) {
      throw wrong(field, "a time like 08:30:00, or 25:35:00 for 1:35 on the next day");
    }
    return Duration.ofHours(Integer.parseInt(parts.group(1)))
        .plusMinutes(Integer.parseInt(parts.group(2)))
        .plusSeconds(Integer.parseInt(parts.group(3)));
  }

  /** A whole number not below the least, of at most nine digits. */
  int number(String field, int least) {
    String value = text(field);
    if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least) {
      return Integer.parseInt(value);
    }
    throw wrong(field, "a whole number from " + least);
  }

  /** A code from 0 to the highest, 0 when blank. */
  int code(String field, int highest) {
    String value = text(field);
    if (value.isEmpty()) {
      return 0;
    }
    if (value.length() == 1 && value.charAt(0) >= '0' && value.charAt(0) <= '0' + highest) {
      return value.charAt(0) - '0';
    }
    throw wrong(field, "empty or one of 0 to " + highest);
  }

  /** Whether a field that must be 0 or 1 is 1. */
  boolean flag(String field) {
    return switch (text(field)) {
      case "0" -> false;
      case "1" -> true;
      default -> throw wrong(field, "0 or 1");
    };
  }

  /** A time zone by its name in the tz database. */
  ZoneId zone(String field) {
    if (!ZONES.contains(text(field))) {
      throw wrong(field, "a time zone like America/Toronto");
    }
    return ZoneId.of(text(field));
  }

  /** What is to be thrown for a value that breaks a rule. */
  FeedException wrong(String field, String rule) {
    return place.wrong(field, rule, text(field));
  }
}
