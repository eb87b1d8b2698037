package io.travelsuite.jdbc;

import io.travelsuite.TravelException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of the library's own: READ COMMITTED whatever the session's default, retried while
 * that helps, and nobody answered before a COMMIT whose outcome is unknown was read back.
 */
final class OwnTransactions implements Transactions {

  private final DataSource dataSource;
  private final RetryTerms retries;
  private final GroupConsistency group;
  private final CommitListeners listeners;
  private final Handles handles = new Handles();

  /** Of the host's sessions, once it is known. */
  private volatile int isolation = Connection.TRANSACTION_NONE;

  OwnTransactions(
      DataSource source, RetryTerms retries, GroupConsistency group, CommitListeners listeners) {
    this.dataSource = source;
    this.retries = retries;
    this.group = group;
    this.listeners = listeners;
  }

  /** What a try came to; with a failure of COMMIT the result holds only if it landed. */
  private record Tried<T>(T result, List<UUID> transitions, @Nullable SQLException atCommit) {}

  @Override
  public boolean joined() {
    return false;
  }

  @Override
  public <T> T write(Freshness freshness, Function<UnitOfWork, T> work) {
    return write(freshness, "READ COMMITTED", work);
  }

  private <T> T write(Freshness freshness, String isolation, Function<UnitOfWork, T> work) {
    return retrying(
        () -> {
          Tried<T> tried = inTransaction(freshness, isolation, work);
          if (tried.atCommit() != null && !landed(tried.transitions(), tried.atCommit())) {
            throw tried.atCommit();
          }
          return told(tried);
        });
  }

  private <T> T told(Tried<T> tried) {
    if (!tried.transitions().isEmpty()) {
      listeners.tell();
    }
    return tried.result();
  }

  /**
   * Runs a host's work at its sessions' isolation. What a host writes may not be written twice:
   * where COMMIT failed, and nothing of the library's is there to tell by, the outcome is unknown.
   */
  <T> T writeForHost(Function<UnitOfWork, T> work) {
    return retrying(
        () -> {
          Tried<T> tried = inTransaction(Freshness.LOCAL, "", work);
          SQLException atCommit = tried.atCommit();
          if (atCommit != null && tried.transitions().isEmpty()) {
            throw Failure.unknownOutcome(atCommit);
          }
          if (atCommit != null && !landed(tried.transitions(), atCommit)) {
            throw atCommit;
          }
          return told(tried);
        });
  }

  /**
   * Runs work that writes and reads nothing, and so is right at any isolation: saves the statement
   * that sets it. On a group SERIALIZABLE would be refused, so that it is set there.
   */
  <T> T writeBlindly(Function<UnitOfWork, T> work) {
    return write(Freshness.LOCAL, group.usual().isEmpty() ? "" : "READ COMMITTED", work);
  }

  @Override
  public <T> T read(Freshness freshness, Function<Handle, T> query) {
    return retrying(
        () -> {
          if (!sessionsReadPlainly()) {
            return inTransaction(freshness, "READ COMMITTED", unit -> query.apply(unit.handle()))
                .result();
          }
          try (Connection connection = dataSource.getConnection()) {
            boolean ended = false;
            try {
              group.raise(connection, freshness);
              T result = query.apply(handles.on(connection));
              ended = connection.getAutoCommit();
              return result;
            } finally {
              giveBack(connection, false, ended, freshness);
            }
          }
        });
  }

  /**
   * Whether a query of the host's sessions sees what is committed, and locks nothing: not so at
   * READ UNCOMMITTED, and not at SERIALIZABLE without autocommit. Asked once.
   */
  private boolean sessionsReadPlainly() throws SQLException {
    if (isolation == Connection.TRANSACTION_NONE) {
      try (Connection connection = dataSource.getConnection()) {
        isolation = connection.getTransactionIsolation();
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
      }
    }
    return isolation == Connection.TRANSACTION_READ_COMMITTED
        || isolation == Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** The same, that gives up sooner or later. */
  OwnTransactions patience(Duration other) {
    return new OwnTransactions(dataSource, retries.patience(other), group, listeners);
  }

  /** Who is told of commits of transitions. */
  CommitListeners listeners() {
    return listeners;
  }

  /** Runs one statement that is a transaction by itself: one round trip where a pool allows it. */
  <T> T statement(Function<Handle, T> statement) {
    return retrying(
        () -> {
          try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
              connection.setAutoCommit(true);
            }
            try {
              return statement.apply(handles.on(connection));
            } finally {
              if (!autoCommit) {
                connection.setAutoCommit(false);
              }
            }
          }
        });
  }

  /** What makes handles, for those who join a host's connection. */
  Handles handles() {
    return handles;
  }

  /** Runs queries that all see the database as it was at the first of them. */
  <T> T snapshot(Function<Handle, T> queries) {
    return retrying(
        () ->
            inTransaction(
                    Freshness.CLUSTER, "REPEATABLE READ", unit -> queries.apply(unit.handle()))
                .result());
  }

  /** How long something is tried, from now on. */
  Retry retry() {
    return retries.begin();
  }

  private interface Try<T> {
    T run() throws SQLException;
  }

  private <T> T retrying(Try<T> attempt) {
    Retry retry = retry();
    while (true) {
      SQLException failure;
      try {
        return attempt.run();
      } catch (SQLException e) {
        failure = e;
      } catch (RuntimeException e) {
        failure = VendorError.find(e);
        if (failure == null || e instanceof TravelException) {
          throw e;
        }
      }
      VendorError error = VendorError.of(failure);
      if (!error.retryable()) {
        throw error == VendorError.DUPLICATE
            ? new DuplicateKeyException(failure)
            : Failure.permanent(failure);
      }
      retry.pauseAfter(failure);
      retries.count(error);
    }
  }

  private <T> Tried<T> inTransaction(
      Freshness freshness, String isolation, Function<UnitOfWork, T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      boolean ended = false;
      try {
        begin(connection, autoCommit, isolation, freshness);
        UnitOfWork unit = new UnitOfWork(handles.on(connection));
        T result = work.apply(unit);
        SQLException atCommit = TransactionControl.commit(connection);
        ended = atCommit == null;
        return new Tried<>(result, unit.transitions(), atCommit);
      } finally {
        giveBack(connection, autoCommit, ended, freshness);
      }
    }
  }

  private void begin(
      Connection connection, boolean autoCommit, String isolation, Freshness freshness)
      throws SQLException {
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
    group.raise(connection, freshness);
    if (!isolation.isEmpty()) {
      TransactionControl.isolate(connection, isolation);
    }
  }

  /**
   * Leaves the connection as it was. One that cannot be rolled back is aborted: turning autocommit
   * on would commit what it still holds.
   */
  private void giveBack(
      Connection connection, boolean autoCommit, boolean ended, Freshness freshness) {
    try {
      if (!ended) {
        connection.rollback();
      }
      group.restore(connection, freshness);
      if (autoCommit) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      TransactionControl.abort(connection);
    }
  }

  /**
   * Whether a transaction whose COMMIT failed took effect; if it did not, it never will: see {@link
   * EventTable#existsElseNeverWill}.
   */
  private boolean landed(List<UUID> transitions, SQLException atCommit) {
    if (transitions.isEmpty()) {
      return false; // it only answered, or saved what may be saved again: do so
    }
    try {
      return retrying(() -> resolve(transitions.get(0)));
    } catch (RuntimeException e) {
      throw Failure.unknownOutcome(atCommit);
    }
  }

  private boolean resolve(UUID transition) throws SQLException {
    Tried<Boolean> tried =
        inTransaction(
            Freshness.CLUSTER,
            "READ COMMITTED",
            unit -> EventTable.existsElseNeverWill(unit.handle(), transition));
    if (tried.atCommit() != null) {
      throw tried.atCommit();
    }
    return tried.result();
  }
}
