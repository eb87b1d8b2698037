package io.travelsuite.jdbc.outbox;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.crash.Pools;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxRunner;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Runs a relay until it is killed, and prints a line for each event that a handler was called for.
 * Of its three subscriptions one cannot tell an event again, one does so by its key, and one writes
 * in the transaction that marks the event.
 */
final class RelayingProgram {

  /** Printed for each event that the forgetful one is called for. */
  static final String CALLED = "CALLED ";

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE forgetful (id BIGINT AUTO_INCREMENT PRIMARY KEY, event CHAR(36),"
              + " subject CHAR(36), version INT)",
          "CREATE TABLE keyed (event_key VARCHAR(80) PRIMARY KEY, calls INT)",
          "CREATE TABLE joined_effect (id BIGINT AUTO_INCREMENT PRIMARY KEY, event CHAR(36))");

  private static final Set<String> ALL = Set.of("booking.*");

  private final DataSource dataSource;

  private RelayingProgram(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The relay, on a pool of twelve connections. */
  static OutboxRelay relay(JdbcTravel travel, DataSource dataSource) {
    RelayingProgram program = new RelayingProgram(dataSource);
    OutboxSettings settings =
        OutboxSettings.DEFAULT
            .pace(new OutboxSettings.Pace(50, Duration.ofSeconds(1), Duration.ofMillis(50)))
            .tries(new OutboxSettings.Tries(100, Duration.ofMillis(10), Duration.ofMillis(100)));
    return JdbcOutbox.of(
        travel,
        List.of(
            Subscription.plain("forgetful", ALL, program::forgetful).workers(2),
            Subscription.plain("keyed", ALL, program::keyed).workers(2),
            Subscription.joined("joined", ALL, RelayingProgram::joined).workers(2)),
        settings,
        Metrics.none());
  }

  /** Arguments: the database's URL. */
  public static void main(String[] arguments) {
    DataSource pool = Pools.open(arguments[0], 12, Duration.ofSeconds(10));
    OutboxRelay relay = relay(JdbcTravel.builder(pool).build(), pool);
    OutboxRunner.start(relay, Executors.newCachedThreadPool(), AlertSink.none());
  }

  private Answer forgetful(OutboxEvent event) throws SQLException {
    try (Connection own = dataSource.getConnection()) {
      Rows.update(
          own,
          "INSERT INTO forgetful (event, subject, version) VALUES (?, ?, ?)",
          event.id().toString(),
          event.subject().toString(),
          event.version());
    }
    System.out.println(CALLED + event.id());
    return Answer.done();
  }

  private Answer keyed(OutboxEvent event) throws SQLException {
    try (Connection own = dataSource.getConnection()) {
      Rows.update(
          own,
          "INSERT INTO keyed (event_key, calls) VALUES (?, 1)"
              + " ON DUPLICATE KEY UPDATE calls = calls + 1",
          event.key("keyed"));
    }
    return Answer.done();
  }

  private static Answer joined(OutboxEvent event, Connection connection) throws SQLException {
    Rows.update(connection, "INSERT INTO joined_effect (event) VALUES (?)", event.id().toString());
    return Answer.done();
  }
}
