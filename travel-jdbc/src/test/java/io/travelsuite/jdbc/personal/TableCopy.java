package io.travelsuite.jdbc.personal;

import io.travelsuite.jdbc.Fixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A copy of the tables of a schema to go back to, as of a backup. */
final class TableCopy {

  private TableCopy() {}

  private static List<String> tables(Fixture fixture) {
    return fixture
        .rows()
        .texts(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_name LIKE 'travel%'
            """);
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
