package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import io.travelsuite.Travel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Transactions of the host that the library joins, restarted where the server ended them: the
 * host's rows and the library's commit together or not at all.
 *
 * <pre>{@code
 * HostTransactions transactions = HostTransactions.of(travel); // once, then shared
 * Booking booking =
 *     transactions.run(
 *         (connection, joined) -> {
 *           Booking held = joined.bookings().hold(request).orElseThrow();
 *           insertOrder(connection, held.id());
 *           return held;
 *         });
 * }</pre>
 *
 * <p>Where a framework begins and ends transactions, {@link #restarting} is the part that it lacks.
 * Both go on for as long as the library's own calls do: see {@link JdbcTravel.Builder#retryFor}.
 * Thread-safe.
 */
public final class HostTransactions {

  private final JdbcTravel travel;
  private final OwnTransactions transactions;

  private HostTransactions(JdbcTravel travel) {
    this.travel = travel;
    transactions = travel.transactions();
  }

  /**
   * {@return transactions on the library's data source}
   *
   * @param travel the library
   */
  public static HostTransactions of(JdbcTravel travel) {
    return new HostTransactions(travel);
  }

  /**
   * What is done in a transaction. It may be called again, after all of it was undone: what it does
   * elsewhere (a mail, a field) may happen twice.
   *
   * @param <T> what comes of it
   */
  public interface Work<T> {

    /**
     * {@return what came of it}
     *
     * @param connection of the transaction, for as long as this call; it cannot be committed,
     *     rolled back or closed, and has no savepoints
     * @param joined the library on it
     * @throws SQLException when the database fails; it undoes all, as any exception does
     */
    T run(Connection connection, Travel joined) throws SQLException;
  }

  /**
   * Runs a transaction at the isolation of the data source's sessions, and again from its start
   * after a deadlock, a lock that was waited for too long, or a connection lost before COMMIT.
   *
   * <p>A connection that is lost at COMMIT leaves it open whether all was kept. Where the library
   * wrote something in the transaction, that is read back, so that nothing is done twice or denied;
   * else a {@link StorageException} that is not retryable says that the outcome is unknown.
   *
   * @param <T> what comes of it
   * @param work what to do, in short: it holds locks, and one connection
   * @return what came of it
   * @throws StorageException when the database fails, or for longer than is tried; nothing was kept
   *     unless it says that the outcome is unknown
   */
  public <T> T run(Work<T> work) {
    try {
      return transactions.writeForHost(unit -> once(unit, work));
    } catch (HandlerException e) {
      throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
    }
  }

  private <T> T once(UnitOfWork unit, Work<T> work) {
    Connection lent = HandlersConnection.lendWithoutSavepoints(unit.handle().getConnection());
    try {
      return work.run(lent, travel.joining(unit));
    } catch (SQLException e) {
      if (VendorError.of(e).retryable()) {
        throw new UnableToExecuteStatementException(e, null);
      }
      throw Failure.permanent(e);
    } catch (RuntimeException e) {
      SQLException failure = VendorError.find(e);
      if (failure != null && isUndone(e, failure)) {
        throw new UnableToExecuteStatementException(failure, null);
      }
      throw new HandlerException(e);
    }
  }

  /**
   * Runs what is a whole transaction of somebody else's, such as a method that a framework wraps in
   * one, and again where the database ended it to break a deadlock, or a lock was waited for too
   * long. To be called outside of any transaction.
   *
   * <p>A COMMIT that failed with its connection is not tried again: it may have taken effect.
   *
   * @param <T> what comes of it
   * @param transaction begins, and commits before it returns; what it throws has undone all
   * @return what came of it
   * @throws StorageException when it was in the way of others for longer than is tried
   */
  public <T> T restarting(Supplier<T> transaction) {
    Retry retry = transactions.retry();
    while (true) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        SQLException failure = VendorError.find(e);
        if (failure == null || !isUndone(e, failure)) {
          throw e;
        }
        retry.pauseAfter(failure);
      }
    }
  }

  /** Whether it is certain that nothing was kept, and worth another try. */
  private static boolean isUndone(RuntimeException thrown, SQLException failure) {
    if (thrown instanceof StorageException storage) {
      return storage.retryable();
    }
    VendorError error = VendorError.of(failure);
    return error == VendorError.TRANSACTION_LOST || error == VendorError.LOCK_WAIT;
  }
}
