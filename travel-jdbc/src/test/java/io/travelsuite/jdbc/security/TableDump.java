package io.travelsuite.jdbc.security;

import io.travelsuite.jdbc.Fixture;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Everything that the tables of a schema hold, as text: what a thief of the database would read.
 */
final class TableDump {

  private TableDump() {}

  static String of(Fixture fixture) throws SQLException {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = fixture.connect()) {
      for (String table :
          fixture
              .rows()
              .texts(
                  "SELECT table_name FROM information_schema.tables"
                      + " WHERE table_schema = DATABASE()")) {
        dump.append(table).append('\n');
        append(connection, table, dump);
      }
    }
    return dump.toString();
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
