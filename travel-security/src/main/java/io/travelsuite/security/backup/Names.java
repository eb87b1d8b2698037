package io.travelsuite.security.backup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Backups are named by the time at which they began, in UTC, to the millisecond. */
final class Names {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'");

  private Names() {}

  static String of(Instant begun) {
    return FORM.format(begun.atOffset(ZoneOffset.UTC));
  }

  static LocalDateTime time(String name) {
    return LocalDateTime.parse(name, FORM);
  }
}
