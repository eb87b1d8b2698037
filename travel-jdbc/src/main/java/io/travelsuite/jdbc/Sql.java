package io.travelsuite.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the hot path, by plain JDBC. Jdbi would parse and keep each length of a list anew,
 * and bind by way of a search for each value's type: for a batch that is thousands of values.
 */
final class Sql {

  private Sql() {}

  /** Makes something of a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs one statement; how many rows it met. By executeUpdate, since for execute(), which Jdbi
   * uses, Connector/J first asks the server whether the session is read-only.
   */
  static int update(Handle handle, String sql, List<? extends @Nullable Object> values) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  /** What a query finds, row by row. */
  static <T> List<T> query(
      Handle handle, String sql, List<? extends @Nullable Object> values, RowReader<T> reader) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      bind(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  /** By the type of each value: setObject makes the driver look for it a second time. */
  private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values)
      throws SQLException {
    int position = 1;
    for (Object value : values) {
      if (value instanceof UUID id) {
        statement.setBytes(position++, BinaryId.bytes(id));
      } else if (value instanceof String text) {
        statement.setString(position++, text);
      } else if (value instanceof Integer number) {
        statement.setInt(position++, number);
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(position++, bytes);
      } else {
        statement.setObject(position++, value);
      }
    }
  }
}
