package io.travelsuite.examples.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The server's own tables, beside the library's. */
public final class ServerTables {

  private ServerTables() {}

  /**
   * Makes tables.
   *
   * @param dataSource the database, with a user who may
   * @param statements {@code CREATE TABLE IF NOT EXISTS}, each of one
   */
  public static void make(DataSource dataSource, List<String> statements) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the server's own tables cannot be made", e);
    }
  }

  /**
   * {@return whether a database has a table}: one of the library alone, as a backup may be of, has
   * none of the server's
   *
   * @param connection to the database
   * @param table its name
   * @throws SQLException when the database fails
   */
  public static boolean has(Connection connection, String table) throws SQLException {
    String sql =
        """
        SELECT COUNT(*) FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name = ?
        """;
    return Statements.query(connection, sql, row -> row.getInt(1), table).get(0) > 0;
  }
}
