package io.travelsuite.examples.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepared statements on the server's own tables, in the caller's transaction. */
public final class Statements {

  private Statements() {}

  /**
   * Makes something of a row.
   *
   * @param <T> what
   */
  public interface Reader<T> {

    /**
     * {@return what is in a row}
     *
     * @param row where the result stands
     * @throws SQLException when the database fails
     */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * {@return how many rows were written}
   *
   * @param connection in the caller's transaction
   * @param sql with a question mark for each value
   * @param values texts, numbers, dates, bytes, null
   * @throws SQLException when the database fails
   */
  public static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /**
   * {@return all rows}
   *
   * @param <T> what they hold
   * @param connection in the caller's transaction
   * @param sql with a question mark for each value
   * @param reader of a row
   * @param values texts, numbers, dates, bytes
   * @throws SQLException when the database fails
   */
  public static <T> List<T> query(
      Connection connection, String sql, Reader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
