package io.travelsuite.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as DATETIME(6) in UTC.
 *
 * <p>Written as text: drivers convert their time types by the JVM's or the session's zone, and drop
 * the fraction when the host's URL says so. Jdbi's own binding of LocalDateTime goes through the
 * JVM's zone and loses an hour a year.
 */
final class UtcTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private UtcTime() {}

  static String text(Instant instant) {
    return text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  static @Nullable String textOrNull(@Nullable Instant instant) {
    return instant == null ? null : text(instant);
  }

  static String text(LocalDateTime time) {
    return FORMAT.format(time);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  /** What the database keeps of an instant. */
  static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
