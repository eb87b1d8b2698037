package io.travelsuite.examples.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An empty database of a test's own. Thread-safe. */
public final class TestSchema implements AutoCloseable {

  private final String name = "t_" + UUID.randomUUID().toString().replace("-", "");
  private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
  private final String serverUrl;

  TestSchema(String serverUrl) {
    this.serverUrl = serverUrl;
    execute("CREATE DATABASE " + name);
  }

  /**
   * The database's name.
   *
   * @return a name that needs no quotes
   */
  public String name() {
    return name;
  }

  /**
   * The URL of this database.
   *
   * @return a URL for MySQL's driver, with user and password in it
   */
  public String jdbcUrl() {
    return jdbcUrl("");
  }

  /**
   * The URL of this database with more parameters.
   *
   * @param extraParameters as in the URL, such as {@code sessionVariables=time_zone='-08:00'}
   * @return a URL for MySQL's driver, with user and password in it
   */
  public String jdbcUrl(String extraParameters) {
    return JdbcUrl.parse(serverUrl).withDatabase(name).with(extraParameters).toString();
  }

  /**
   * A pool of connections to this database, closed with it.
   *
   * @param poolSize how many connections it keeps
   * @return a new pool
   */
  public HikariDataSource dataSource(int poolSize) {
    return dataSource(poolSize, "");
  }

  /**
   * A pool of connections to this database with more parameters, closed with it.
   *
   * @param poolSize how many connections it keeps
   * @param extraParameters as in the URL, such as {@code sessionVariables=time_zone='-08:00'}
   * @return a new pool
   */
  public HikariDataSource dataSource(int poolSize, String extraParameters) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl(extraParameters));
    config.setMaximumPoolSize(poolSize);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  /** Closes the pools and keeps the database, for whoever opens new ones. */
  public void disconnect() {
    pools.forEach(HikariDataSource::close);
    pools.clear();
  }

  /** Closes the pools and drops the database. */
  @Override
  public void close() {
    disconnect();
    // bounded: a connection that a test forgot may hold the tables
    execute("SET lock_wait_timeout = 10", "DROP DATABASE IF EXISTS " + name);
  }

  private void execute(String... statements) {
    try (Connection connection = DriverManager.getConnection(serverUrl);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Failed: " + String.join("; ", statements), e);
    }
  }
}
