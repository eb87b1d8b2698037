package io.travelsuite.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a driver's exception means, by vendor code: Connector/J gives 1213 and 1205 one SQLState.
 */
enum VendorError {
  /** The server rolled the whole transaction back, savepoints included. */
  TRANSACTION_LOST,
  /** Only the statement failed: a lock was waited for too long. */
  LOCK_WAIT,
  /** A unique key was taken. */
  DUPLICATE,
  /** COMMIT failed and may have taken effect. */
  COMMIT_UNKNOWN,
  /** The connection is gone, and with it what was not committed. */
  CONNECTION_LOST,
  /** The server takes no writes for now: it is starting, or rejoining its group. */
  NOT_READY,
  /** Anything else. */
  OTHER;

  /** Deadlock; changed row (MariaDB from 11.6.2); group certification. */
  private static final Set<Integer> LOST = Set.of(1213, 1020, 3101);

  /** Lock wait timeout. */
  private static final Set<Integer> WAIT = Set.of(1205);

  private static final Set<Integer> UNIQUE = Set.of(1062);

  /** Shut down, killed, gone away, lost, and connection count exceeded. */
  private static final Set<Integer> GONE = Set.of(1040, 1053, 1077, 1317, 1927, 2006, 2013, 3169);

  /** Galera not ready; read only; group member not online. */
  private static final Set<Integer> UNREADY = Set.of(1047, 1290, 1836, 3100, 3796, 3797);

  /** Error during commit. */
  private static final Set<Integer> AT_COMMIT = Set.of(1180);

  static VendorError of(SQLException e) {
    int code = e.getErrorCode();
    if (LOST.contains(code)) {
      return TRANSACTION_LOST;
    }
    if (WAIT.contains(code)) {
      return LOCK_WAIT;
    }
    if (UNIQUE.contains(code)) {
      return DUPLICATE;
    }
    if (AT_COMMIT.contains(code)) {
      return COMMIT_UNKNOWN;
    }
    if (UNREADY.contains(code)) {
      return NOT_READY;
    }
    return GONE.contains(code) || isConnectionFailure(e) ? CONNECTION_LOST : OTHER;
  }

  /** The driver's exception somewhere below, whoever wrapped it. */
  static @Nullable SQLException find(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException e) {
        return e;
      }
    }
    return null;
  }

  boolean retryable() {
    return this != OTHER && this != DUPLICATE;
  }

  private static boolean isConnectionFailure(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLRecoverableException
        || (state != null && state.startsWith("08"));
  }
}
