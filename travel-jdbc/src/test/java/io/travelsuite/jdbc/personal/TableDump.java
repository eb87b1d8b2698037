package io.travelsuite.jdbc.personal;

import io.travelsuite.jdbc.Fixture;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the tables of a schema hold, as text; and a copy of them to go back to, as of a backup. */
final class TableDump {

  private TableDump() {}

  static String of(Fixture fixture) {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = fixture.connect()) {
      for (String table : tables(fixture)) {
        append(connection, table, dump);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return dump.toString();
  }

  private static List<String> tables(Fixture fixture) {
    return fixture
        .rows()
        .texts(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_name LIKE 'travel%'
            """);
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

  /** Copies all tables aside. */
  static void backUp(Fixture fixture) {
    each(fixture, "CREATE TABLE kept_%1$s AS SELECT * FROM %1$s");
  }

  /** Puts the copy in place of all that is there now. */
  static void restore(Fixture fixture) {
    each(fixture, "DELETE FROM %s");
    each(fixture, "INSERT INTO %1$s SELECT * FROM kept_%1$s");
  }

  private static void each(Fixture fixture, String sql) {
    try (Connection connection = fixture.connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables(fixture)) {
        statement.execute(sql.formatted(table));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
