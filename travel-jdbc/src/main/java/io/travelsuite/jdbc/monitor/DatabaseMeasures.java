package io.travelsuite.jdbc.monitor;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Tells the metrics what the server counts of itself: connections, slow queries, waits for locks,
 * deadlocks. Needs no privilege; one statement each. They are the server's own numbers since its
 * start, the same whoever reads them. Thread-safe.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><th>metric</th><th>what</th></tr>
 * <tr><td>{@code travel.database.connections}</td><td>open now</td></tr>
 * <tr><td>{@code travel.database.connections-allowed}</td><td>at most</td></tr>
 * <tr><td>{@code travel.database.running}</td><td>statements that run now</td></tr>
 * <tr><td>{@code travel.database.slow-queries}</td><td>since the start</td></tr>
 * <tr><td>{@code travel.database.lock-waits}</td><td>since the start</td></tr>
 * <tr><td>{@code travel.database.lock-wait-seconds}</td><td>since the start</td></tr>
 * <tr><td>{@code travel.database.deadlocks}</td><td>since the start; MariaDB alone</td></tr>
 * </table>
 */
public final class DatabaseMeasures {

  private static final int SECONDS = 2;
  private static final double MILLIS = 1_000;

  private static final Map<String, String> LEVELS =
      Map.of(
          "threads_connected", "travel.database.connections",
          "threads_running", "travel.database.running",
          "slow_queries", "travel.database.slow-queries",
          "innodb_row_lock_waits", "travel.database.lock-waits",
          "innodb_row_lock_time", "travel.database.lock-wait-seconds",
          "innodb_deadlocks", "travel.database.deadlocks",
          "max_connections", "travel.database.connections-allowed");

  private static final String STATUS =
      """
      SHOW GLOBAL STATUS WHERE Variable_name IN ('Threads_connected', 'Threads_running',
        'Slow_queries', 'Innodb_row_lock_waits', 'Innodb_row_lock_time', 'Innodb_deadlocks')
      """;

  private static final String ALLOWED = "SHOW GLOBAL VARIABLES LIKE 'max_connections'";

  private final DataSource dataSource;
  private final Metrics metrics;

  /**
   * Measures of a server.
   *
   * @param dataSource the application's pool
   * @param metrics where they go
   */
  public DatabaseMeasures(DataSource dataSource, Metrics metrics) {
    this.dataSource = dataSource;
    this.metrics = metrics;
  }

  /**
   * Reads and tells them once; call it every half minute or so.
   *
   * @throws SQLException if the server does not answer: that is worth an alert of its own
   */
  public void measure() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      tell(connection, STATUS);
      tell(connection, ALLOWED);
    }
  }

  private void tell(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString(1).toLowerCase(Locale.ROOT);
          double value = rows.getDouble(2);
          String metric = LEVELS.get(name);
          if (metric != null) {
            boolean isTime = name.equals("innodb_row_lock_time"); // in milliseconds
            metrics.gauge(Metric.of(metric), isTime ? value / MILLIS : value);
          }
        }
      }
    }
  }
}
