package io.travelsuite.examples.spring;

import io.travelsuite.Travel;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The library within {@code @Transactional} methods: what it writes commits and rolls back with
 * them. Thread-safe.
 */
public final class Joining {

  private final DataSource dataSource;
  private final JdbcTravel travel;

  Joining(DataSource dataSource, JdbcTravel travel) {
    this.dataSource = dataSource;
    this.travel = travel;
  }

  /**
   * {@return the library in the transaction of the calling thread, for as long as that}
   *
   * @throws IllegalStateException when there is none on the library's data source
   */
  public Travel travel() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "no transaction to join: call this within a @Transactional method, or use JdbcTravel for"
              + " a transaction of the library's own");
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    if (!DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
      DataSourceUtils.releaseConnection(connection, dataSource);
      throw new IllegalStateException(
          "the transaction is not one of the library's data source: name its transaction manager");
    }
    return travel.joining(connection); // given back by whoever ends the transaction
  }
}
