package io.travelsuite.jdbc.readiness;

import io.travelsuite.security.readiness.DatabaseFacts;
import io.travelsuite.security.readiness.Grant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * Looks at a MySQL or MariaDB server through one connection of the application's pool, for {@code
 * Look.DATABASE}: what counts is what that very account and connection have. Reads only, needs no
 * privilege, and stays a second at most with each statement. Thread-safe.
 */
public final class JdbcDatabaseProbe implements Callable<DatabaseFacts> {

  private static final int SECONDS = 1;

  private static final String SESSION =
      """
      SELECT VERSION(), CURRENT_USER(), @@SESSION.sql_mode, @@GLOBAL.max_connections,
        @@SESSION.wait_timeout, DATABASE()
      """;

  private static final String STATUS =
      "SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_cipher', 'Ssl_version')";

  private static final String VARIABLES =
      """
      SHOW GLOBAL VARIABLES WHERE Variable_name IN ('require_secure_transport', 'local_infile',
        'secure_file_priv', 'general_log', 'innodb_flush_log_at_trx_commit', 'log_bin',
        'sync_binlog')
      """;

  private final DataSource dataSource;
  private final Clock clock;

  private JdbcDatabaseProbe(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * {@return a probe of a database}
   *
   * @param dataSource the application's pool
   * @param clock what time it is in this JVM, compared with the database's
   */
  public static JdbcDatabaseProbe of(DataSource dataSource, Clock clock) {
    return new JdbcDatabaseProbe(dataSource, clock);
  }

  /**
   * {@return what the server answers}
   *
   * @throws SQLException if it does not
   */
  @Override
  public DatabaseFacts call() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Map<String, String> status = pairs(connection, STATUS);
      Map<String, String> variables = pairs(connection, VARIABLES);
      List<Grant> grants = grants(connection);
      Duration clockOff = clockOff(connection);
      try (PreparedStatement statement = prepared(connection, SESSION);
          ResultSet row = statement.executeQuery()) {
        row.next();
        return new DatabaseFacts(
            text(row, 1),
            status.getOrDefault("ssl_cipher", ""),
            status.getOrDefault("ssl_version", ""),
            text(row, 2),
            text(row, 6),
            grants,
            Set.of(text(row, 3).split(",", -1)),
            row.getInt(4),
            Duration.ofSeconds(row.getLong(5)),
            clockOff,
            variables);
      }
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(SECONDS);
    return statement;
  }

  private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
    Map<String, String> pairs = new HashMap<>();
    try (PreparedStatement statement = prepared(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        // MySQL's NULL in secure_file_priv forbids files; "" allows them anywhere
        pairs.put(
            text(rows, 1).toLowerCase(Locale.ROOT),
            Objects.requireNonNullElse(rows.getString(2), "NULL"));
      }
    }
    return pairs;
  }

  /** Parsed at once: MariaDB shows the hash of the password in them. */
  private static List<Grant> grants(Connection connection) throws SQLException {
    List<Grant> grants = new ArrayList<>();
    try (PreparedStatement statement = prepared(connection, "SHOW GRANTS");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        grants.add(Grant.parse(text(rows, 1)));
      }
    }
    return grants;
  }

  /** Against the middle of before and after: the way there and back takes its time. */
  private Duration clockOff(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepared(connection, "SELECT UTC_TIMESTAMP(6)")) {
      Instant before = clock.instant();
      ResultSet row = statement.executeQuery();
      row.next();
      LocalDateTime there = row.getObject(1, LocalDateTime.class);
      Instant after = clock.instant();
      Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
      return Duration.between(middle, there.toInstant(ZoneOffset.UTC));
    }
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
