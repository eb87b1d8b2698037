package io.travelsuite.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How to read, on a MySQL group, what another member has committed: with
 * group_replication_consistency BEFORE, set for a transaction and put back.
 *
 * @param usual the session's value outside, or empty when the server is in no group
 */
record GroupConsistency(String usual) {

  static GroupConsistency of(Connection connection) throws SQLException {
    boolean inGroup = !variable(connection, "group_replication_group_name").isEmpty();
    return new GroupConsistency(
        inGroup ? variable(connection, "group_replication_consistency") : "");
  }

  void raise(Connection connection, Transactions.Freshness freshness) throws SQLException {
    if (applies(freshness)) {
      set(connection, "BEFORE");
    }
  }

  void restore(Connection connection, Transactions.Freshness freshness) throws SQLException {
    if (applies(freshness)) {
      set(connection, usual);
    }
  }

  private boolean applies(Transactions.Freshness freshness) {
    return !usual.isEmpty() && freshness == Transactions.Freshness.CLUSTER;
  }

  private static void set(Connection connection, String value) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION group_replication_consistency = '" + value + "'");
    }
  }

  private static String variable(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW SESSION VARIABLES LIKE '" + name + "'")) {
      return row.next() ? row.getString(2) : "";
    }
  }
}
