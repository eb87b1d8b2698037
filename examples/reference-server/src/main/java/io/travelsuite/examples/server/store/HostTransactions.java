package io.travelsuite.examples.server.store;

import io.travelsuite.StorageException;
import io.travelsuite.Travel;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions of the host that the library joins: the host's rows and the library's commit
 * together or not at all.
 */
public final class HostTransactions {

  private static final int TRIES = 5;

  /** MySQL's and MariaDB's code. */
  private static final int DEADLOCK = 1213;

  private final DataSource dataSource;
  private final JdbcTravel travel;

  /**
   * Transactions on a database.
   *
   * @param dataSource of the server
   * @param travel the library, on the same database
   */
  public HostTransactions(DataSource dataSource, JdbcTravel travel) {
    this.dataSource = dataSource;
    this.travel = travel;
  }

  /**
   * What is done on the host's connection, with the library joined to it.
   *
   * @param <T> what comes of it
   */
  public interface Work<T> {

    /**
     * {@return what came of it}
     *
     * @param connection in a transaction; not to be committed, rolled back or closed
     * @param joined the library on it
     * @throws SQLException when the database fails
     */
    T run(Connection connection, Travel joined) throws SQLException;
  }

  /**
   * Runs a transaction, again from its start where the database ended it to break a deadlock.
   *
   * @param <T> what comes of it
   * @param work what to do
   * @return what came of it
   */
  public <T> T run(Work<T> work) {
    for (int tries = 1; true; tries++) {
      try {
        return once(work);
      } catch (StorageException e) {
        if (!e.retryable() || tries == TRIES) {
          throw e;
        }
      } catch (SQLException e) {
        if (e.getErrorCode() != DEADLOCK || tries == TRIES) {
          throw new IllegalStateException("the database failed", e);
        }
      }
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.run(connection, travel.joining(connection));
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    }
  }
}
