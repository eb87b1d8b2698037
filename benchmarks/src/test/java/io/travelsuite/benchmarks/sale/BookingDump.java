package io.travelsuite.benchmarks.sale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What the tables hold of the only booking at an occurrence, without what is never the same. */
final class BookingDump {

  private static final String NEVER_THE_SAME = "fingerprint|reference|.*_at|id|.*_until";

  private BookingDump() {}

  static List<String> of(DataSource dataSource, UUID occurrence, boolean counter)
      throws SQLException {
    List<String> dump = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      String booking = "(SELECT booking_id FROM travel_line WHERE occurrence_id = ?)";
      for (String from :
          List.of(
              "travel_booking WHERE id IN " + booking,
              "travel_line WHERE occurrence_id = ?",
              "travel_hold WHERE occurrence_id = ?",
              "travel_event WHERE aggregate_id IN " + booking,
              "travel_audit WHERE subject_id IN " + booking)) {
        dump.add(rows(connection, from, occurrence));
      }
      if (counter) {
        dump.add(rows(connection, "travel_counter WHERE occurrence_id = ?", occurrence));
      }
      return dump;
    }
  }

  private static String rows(Connection connection, String from, UUID occurrence)
      throws SQLException {
    StringBuilder rows = new StringBuilder();
    try (var statement = connection.prepareStatement("SELECT * FROM " + from)) {
      statement.setBytes(1, Bytes.of(occurrence));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i);
            boolean same = !column.matches(NEVER_THE_SAME) && !column.endsWith("_id");
            String text = same ? row.getString(i) : row.getString(i) == null ? "null" : "set";
            rows.append(column).append('=').append(alike(text)).append('\n');
          }
        }
      }
    }
    return rows.toString();
  }

  /** JSON without ids, references and times; MySQL and MariaDB keep its blanks as they like. */
  private static String alike(String text) {
    return text == null
        ? "null"
        : text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
            .replaceAll("\"[2-9A-Z]{10}\"", "REFERENCE");
  }
}
