package io.travelsuite.jdbc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Plain SQL beside the library; each statement commits by itself. A UUID is bound as 16 bytes. */
public final class Rows {

  private final DataSource dataSource;

  Rows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The one number that a query answers. */
  public long number(String sql, Object... parameters) {
    return Long.parseLong(texts(sql, parameters).get(0));
  }

  /** The first column as text, of every row; null stays null. */
  public List<String> texts(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      return texts(connection, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs an update and returns how many rows it matched. */
  public int update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      return update(connection, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The one number that a query answers, on a connection of the test's. */
  public static long number(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return Long.parseLong(texts(connection, sql, parameters).get(0));
  }

  /** The first column as text, on a connection of the test's. */
  public static List<String> texts(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return texts(connection, 1, sql, parameters);
  }

  /** A column as text, of every row; columns count from 1. */
  static List<String> texts(Connection connection, int column, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(column));
      }
      return texts;
    }
  }

  /** Runs an update on a connection of the test's. */
  public static int update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** A UUID as the tables keep it. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      statement.setObject(i + 1, value instanceof UUID id ? bytes(id) : value);
    }
    return statement;
  }
}
