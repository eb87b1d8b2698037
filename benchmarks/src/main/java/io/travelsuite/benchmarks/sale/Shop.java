package io.travelsuite.benchmarks.sale;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A strategy at work on a schema, with a pool of its own. */
public final class Shop implements AutoCloseable {

  /** Callers queue for a connection as long as it takes: that is part of what is measured. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HikariDataSource pool;
  private final HikariDataSource office;
  private final Market market;
  private final Sale sale;

  private Shop(HikariDataSource pool, HikariDataSource office, Strategy strategy)
      throws SQLException {
    this.pool = pool;
    this.office = office;
    this.market = Market.in(office);
    Sale callers = strategy.over(pool, market);
    this.sale = strategy.poolMatters() ? new InOrder(callers, pool.getMaximumPoolSize()) : callers;
  }

  /** A shop with so many connections, in a schema whose tables are made if need be. */
  public static Shop open(String jdbcUrl, Strategy strategy, int connections) {
    HikariDataSource office = pool(jdbcUrl, 2);
    HikariConfig config = config(jdbcUrl, connections);
    config.setAutoCommit(false); // saves everybody two round trips a sale
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      return new Shop(pool, office, strategy);
    } catch (SQLException | RuntimeException e) {
      pool.close();
      office.close();
      throw new IllegalStateException("the database is not usable", e);
    }
  }

  private static HikariDataSource pool(String jdbcUrl, int connections) {
    return new HikariDataSource(config(jdbcUrl, connections));
  }

  private static HikariConfig config(String jdbcUrl, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return config;
  }

  public Market market() {
    return market;
  }

  public Sale sale() {
    return sale;
  }

  /** The connections of the sale, as the strategy wants them. */
  public DataSource pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
    office.close();
  }
}
