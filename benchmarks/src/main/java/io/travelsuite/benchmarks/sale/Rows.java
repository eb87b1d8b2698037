package io.travelsuite.benchmarks.sale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table's rows of bookings, inserted with as few statements as it takes. */
record Rows(String into, Function<SoldBooking, @Nullable Object[]> row) {

  /** As the library does it. */
  private static final int MOST_ROWS = 300;

  void insert(Connection connection, List<SoldBooking> bookings) throws SQLException {
    insert(connection, into, bookings.stream().map(row).toList());
  }

  static void insert(Connection connection, String into, List<@Nullable Object[]> rows)
      throws SQLException {
    for (int from = 0; from < rows.size(); from += MOST_ROWS) {
      List<@Nullable Object[]> part = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
      String row = "(" + "?,".repeat(part.get(0).length - 1) + "?)";
      String values = (row + ",").repeat(part.size() - 1) + row;
      try (PreparedStatement statement = connection.prepareStatement(into + " VALUES " + values)) {
        int position = 1;
        for (Object value : part.stream().flatMap(Arrays::stream).toArray()) {
          statement.setObject(position++, value);
        }
        statement.executeUpdate();
      }
    }
  }
}
