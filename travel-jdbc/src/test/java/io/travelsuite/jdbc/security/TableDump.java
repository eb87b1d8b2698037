package io.travelsuite.jdbc.security;

import io.travelsuite.jdbc.Fixture;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Everything that the tables of a schema hold, as text: what a thief of the database would read.
 */
public final class TableDump {

  private TableDump() {}

  /** All of them. */
  public static String of(Fixture fixture) throws SQLException {
    return of(fixture, "%");
  }

  /** Those whose name is LIKE this. */
  public static String of(Fixture fixture, String names) throws SQLException {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = fixture.connect()) {
      for (String table : tables(fixture, names)) {
        dump.append(table).append('\n');
        append(connection, table, dump);
      }
    }
    return dump.toString();
  }

  private static List<String> tables(Fixture fixture, String names) {
    return fixture
        .rows()
        .texts(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name LIKE ?",
            names);
  }

  private static void append(Connection connection, String table, StringBuilder dump)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table);
        ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          byte[] bytes = rows.getBytes(column);
          dump.append(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8)).append('\t');
        }
        dump.append('\n');
      }
    }
  }
}
