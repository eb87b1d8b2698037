package io.travelsuite.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** How transactions are begun and ended on a connection. */
final class TransactionControl {

  /** The isolation of a transaction cannot be set once it has begun. */
  private static final int IN_TRANSACTION = 1568;

  private TransactionControl() {}

  /** Sets the isolation of the transaction that comes next. */
  static void isolate(Connection connection, String isolation) throws SQLException {
    try {
      set(connection, isolation);
    } catch (SQLException e) {
      if (e.getErrorCode() != IN_TRANSACTION) {
        throw e;
      }
      connection.rollback(); // a pool's own test query may have begun it
      set(connection, isolation);
    }
  }

  private static void set(Connection connection, String isolation) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL " + isolation);
    }
  }

  /** Commits; what is thrown is returned only where the outcome is in doubt. */
  static @Nullable SQLException commit(Connection connection) throws SQLException {
    try {
      connection.commit();
      return null;
    } catch (SQLException e) {
      VendorError error = VendorError.of(e);
      if (error == VendorError.TRANSACTION_LOST || error == VendorError.LOCK_WAIT) {
        throw e;
      }
      return e;
    }
  }

  static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It was dead already.
    }
  }
}
