package io.travelsuite.examples.server;

import io.travelsuite.jdbc.DatabaseTime;
import io.travelsuite.jdbc.readiness.JdbcDatabaseProbe;
import io.travelsuite.security.readiness.BackupFacts;
import io.travelsuite.security.readiness.JvmFacts;
import io.travelsuite.security.readiness.LogbackLogs;
import io.travelsuite.security.readiness.Look;
import io.travelsuite.security.readiness.OpenPorts;
import io.travelsuite.security.readiness.Probes;
import io.travelsuite.security.readiness.WorkFacts;
import io.travelsuite.security.token.ApiToken;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** What the readiness check looks at of a server that runs. What it cannot see is not answered. */
final class Probing {

  private static final String WAITING =
      """
      SELECT (SELECT COUNT(*) FROM travel_outbox_dead),
        COALESCE(TIMESTAMPDIFF(SECOND, (SELECT MIN(due_at) FROM travel_outbox_delivery),
          UTC_TIMESTAMP(6)), 0)
      """;

  private Probing() {}

  static Probes of(RunningServer server, Stated stated) {
    Probes probes = withoutServer(stated);
    DataSource dataSource = server.dataSource();
    OwnAddress own = OwnAddress.of(server.settings());
    return probes
        .with(Look.DATABASE, JdbcDatabaseProbe.of(dataSource, Settings.MACHINE))
        .with(Look.CLOCK, () -> clockOff(dataSource))
        .with(Look.WEB, own::web)
        .with(Look.TLS, own::tls)
        .with(Look.WORK, () -> waiting(dataSource))
        .with(Look.DEFAULT_LOGINS, () -> server.staff().accounts().guessable())
        .with(Look.TOKENS, () -> oldest(server.tokens().olderThan(Duration.ZERO, 1)));
  }

  static Probes withoutServer(Stated stated) {
    Probes probes =
        Probes.none()
            .with(Look.JVM, Probing::jvm)
            .with(Look.LOGS, LogbackLogs::look)
            .with(Look.PORTS, OpenPorts::look);
    BackupFacts backup = stated.backup();
    Instant heartbeat = stated.heartbeat();
    probes = backup == null ? probes : probes.with(Look.BACKUP, () -> backup);
    return heartbeat == null ? probes : probes.with(Look.HEARTBEAT, () -> heartbeat);
  }

  private static JvmFacts jvm() {
    return new JvmFacts(
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        Runtime.version().feature(),
        System.getProperty("user.name"));
  }

  /** Two machines that agree are both right, or both follow what is wrong. */
  private static Duration clockOff(DataSource dataSource) {
    Instant there = new DatabaseTime(dataSource).instant();
    return Duration.between(there, Settings.MACHINE.instant()).abs();
  }

  private static WorkFacts waiting(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WAITING)) {
      row.next();
      return new WorkFacts(Duration.ofSeconds(Math.max(0, row.getLong(2))), row.getLong(1));
    }
  }

  private static Duration oldest(List<ApiToken> tokens) {
    return tokens.isEmpty()
        ? Duration.ZERO
        : Duration.between(tokens.get(0).createdAt(), Settings.MACHINE.instant());
  }
}
