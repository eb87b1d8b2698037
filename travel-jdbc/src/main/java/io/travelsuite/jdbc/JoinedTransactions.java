package io.travelsuite.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The host's transaction: never committed, rolled back, closed, changed or retried. A savepoint
 * undoes the rows of one call, though not its locks.
 */
final class JoinedTransactions implements Transactions {

  private final Connection connection;

  /** Never closed: closing a handle rolls back what its connection has open. */
  private final Handle handle;

  /** Told what was written and not undone. */
  private final Consumer<UUID> written;

  JoinedTransactions(Connection connection, Handles handles) {
    this.connection = connection;
    requireTransaction();
    handle = handles.on(connection);
    written = transition -> {};
  }

  /** A transaction that the library runs for its host. */
  JoinedTransactions(UnitOfWork host) {
    connection = host.handle().getConnection();
    handle = host.handle();
    written = host::transition;
  }

  @Override
  public boolean joined() {
    return true;
  }

  @Override
  public <T> T write(Freshness freshness, Function<UnitOfWork, T> work) {
    requireTransaction();
    Savepoint savepoint = setSavepoint();
    try {
      UnitOfWork unit = new UnitOfWork(handle);
      T result = work.apply(unit);
      connection.releaseSavepoint(savepoint);
      unit.transitions().forEach(written);
      return result;
    } catch (SQLException e) {
      throw undone(savepoint, e);
    } catch (RuntimeException e) {
      SQLException failure = VendorError.find(e);
      if (failure == null) {
        rollBackTo(savepoint);
        throw e;
      }
      throw undone(savepoint, failure);
    }
  }

  @Override
  public <T> T read(Freshness freshness, Function<Handle, T> query) {
    requireTransaction();
    try {
      return query.apply(handle);
    } catch (RuntimeException e) {
      SQLException failure = VendorError.find(e);
      throw failure == null ? e : Failure.joined(failure);
    }
  }

  private void requireTransaction() {
    try {
      if (connection.getAutoCommit()) {
        throw new IllegalStateException(
            "joining needs a transaction: call setAutoCommit(false) on the connection first");
      }
    } catch (SQLException e) {
      throw Failure.joined(e);
    }
  }

  private Savepoint setSavepoint() {
    try {
      return connection.setSavepoint();
    } catch (SQLException e) {
      throw Failure.joined(e);
    }
  }

  /** After a deadlock the server has rolled everything back: there is no savepoint any more. */
  private RuntimeException undone(Savepoint savepoint, SQLException failure) {
    VendorError error = VendorError.of(failure);
    if (error == VendorError.TRANSACTION_LOST || error == VendorError.CONNECTION_LOST) {
      return Failure.joined(failure);
    }
    rollBackTo(savepoint);
    return error == VendorError.DUPLICATE
        ? new DuplicateKeyException(failure)
        : Failure.joined(failure);
  }

  private void rollBackTo(Savepoint savepoint) {
    try {
      connection.rollback(savepoint);
    } catch (SQLException e) {
      throw Failure.joined(e);
    }
  }
}
