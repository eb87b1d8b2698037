package io.travelsuite.examples.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The server's own tables, beside the library's. */
public final class ServerTables {

  private ServerTables() {}

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
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1) > 0;
      }
    }
  }
}
