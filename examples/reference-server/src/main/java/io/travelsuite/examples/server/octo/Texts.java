package io.travelsuite.examples.server.octo;

import io.travelsuite.UuidText;
import io.travelsuite.secret.CardNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How OCTO writes dates, times and ids, and what texts are let in. */
final class Texts {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private Texts() {}

  /** A moment as clocks at the place show it, with their offset. */
  static String local(ZonedDateTime time) {
    return LOCAL.format(time);
  }

  /** A moment in UTC to the second. */
  static String utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static @Nullable String utcOrNull(@Nullable Instant instant) {
    return instant == null ? null : utc(instant);
  }

  /** A date of a request. */
  static LocalDate date(String field, @Nullable String text) {
    LocalDate date = dateOrNull(text);
    if (date == null || date.getYear() < 2000 || date.getYear() > 9000) {
      throw OctoException.badRequest(field + " must be a date such as 2027-03-28");
    }
    return date;
  }

  private static @Nullable LocalDate dateOrNull(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A booking's uuid. */
  static UUID uuid(String text) {
    return UuidText.parse(text)
        .orElseThrow(() -> OctoException.badUuid(shown(text), "it is no UUID"));
  }

  static String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw OctoException.badRequest(field + " is missing");
    }
    return text;
  }

  /** Refuses what is too long, and card numbers, which nobody here wants to keep. */
  static @Nullable String check(String field, @Nullable String text, int most) {
    if (text != null && text.length() > most) {
      throw OctoException.badRequest(field + " must be at most " + most + " characters");
    }
    CardNumbers.refuse(field, text);
    return text;
  }

  /** What is repeated to a client is short. */
  static String shown(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100);
  }
}
