package io.travelsuite.examples.server.operation;

import io.travelsuite.alert.AlertChannel;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.alert.AlertRelay;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.alert.Heartbeat;
import io.travelsuite.alert.RelayRules;
import io.travelsuite.jdbc.monitor.DatabaseMeasures;
import io.travelsuite.metric.Metrics;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.backup.BackupAge;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.event.AlertRule;
import io.travelsuite.security.event.LoggedEvents;
import io.travelsuite.security.event.SecurityEvents;
import io.travelsuite.security.event.SecurityWatch;
import io.travelsuite.security.log.Redactor;
import io.travelsuite.security.monitor.ChatAlerts;
import io.travelsuite.security.monitor.ErrorAppender;
import io.travelsuite.security.monitor.HttpMeasures;
import io.travelsuite.security.monitor.HttpPulse;
import io.travelsuite.security.monitor.MeteredEvents;
import io.travelsuite.security.monitor.SentryErrors;
import io.travelsuite.security.monitor.SentryProject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What those are told who run the server: alerts, errors, a heartbeat, and what is measured from
 * time to time. Has two threads until it is closed. Thread-safe.
 */
public final class Monitoring implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);
  private static final int MOST_SERIES = 10_000;

  private final Clock clock;
  private final Metrics metrics;
  private final AlertRelay alerts;
  private final SecurityEvents events;
  private final HttpMeasures answers;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final @Nullable ErrorAppender errors;

  /**
   * Where it is told; what is null is told nobody but the log.
   *
   * @param alerts a chat's incoming webhook
   * @param heartbeat what an outside monitor gave
   * @param sentry the DSN of a project
   * @param backups the folder of backups
   * @param backupKeys the file of the key ring of these
   */
  public record Addresses(
      @Nullable Secret alerts,
      @Nullable Secret heartbeat,
      @Nullable Secret sentry,
      @Nullable Path backups,
      @Nullable Path backupKeys) {

    /** Nowhere. */
    public static final Addresses NONE = new Addresses(null, null, null, null, null);
  }

  private Monitoring(Addresses addresses, Meters meters, Clock clock) {
    this.clock = clock;
    metrics = meters.metrics();
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    AlertChannel chat =
        addresses.alerts() == null ? null : new ChatAlerts(client, addresses.alerts());
    alerts = AlertRelay.of(RelayRules.DEFAULT, notice -> tell(notice, chat), clock, metrics);
    events =
        new SecurityEvents(
            clock,
            List.of(
                new LoggedEvents(),
                new MeteredEvents(metrics),
                new SecurityWatch(AlertRule.DEFAULTS, MOST_SERIES, alerts)));
    answers = new HttpMeasures(HttpMeasures.Rule.DEFAULT, metrics, alerts, clock);
    errors = addresses.sentry() == null ? null : errors(client, addresses.sentry());
    if (addresses.heartbeat() != null) {
      HttpPulse pulse = new HttpPulse(client, addresses.heartbeat());
      Heartbeat heartbeat = new Heartbeat(Duration.ofMinutes(1), pulse, clock, metrics);
      every(10, heartbeat::run);
    }
    every(1, alerts::run);
    meters.expectAll();
  }

  /**
   * {@return what runs from now on}
   *
   * @param addresses where it is told
   * @param dataSource what is measured
   * @param meters where it is measured
   * @param clock of this machine
   */
  public static Monitoring start(
      Addresses addresses, DataSource dataSource, Meters meters, Clock clock) {
    Monitoring monitoring = new Monitoring(addresses, meters, clock);
    DatabaseMeasures database = new DatabaseMeasures(dataSource, monitoring.metrics);
    monitoring.every(30, () -> measure(database));
    if (addresses.backups() != null && addresses.backupKeys() != null) {
      BackupFolder folder =
          BackupFolder.of(addresses.backups(), KeyRing.read(addresses.backupKeys()), clock);
      BackupAge age = new BackupAge(folder, true);
      monitoring.every(300, () -> age.measure(monitoring.metrics, clock));
    }
    return monitoring;
  }

  private ErrorAppender errors(HttpClient client, Secret dsn) {
    SentryErrors sentry =
        SentryErrors.of(
            SentryProject.of(dsn.text(), "reference-server", "server"),
            Redactor.DEFAULT,
            client,
            new SentryErrors.Telling(clock, metrics));
    every(1, sentry::run);
    return ErrorAppender.attached(sentry);
  }

  private static void tell(AlertNotice notice, @Nullable AlertChannel chat) throws Exception {
    LOG.warn("{}: {}", notice.alert().rule(), notice.alert().text());
    if (chat != null) {
      chat.send(notice);
    }
  }

  private static void measure(DatabaseMeasures database) {
    try {
      database.measure();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not tell its measures", e);
    }
  }

  private void every(long seconds, Runnable job) {
    Future<?> unused =
        timer.scheduleWithFixedDelay(() -> quietly(job), 0, seconds, TimeUnit.SECONDS);
  }

  private static void quietly(Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      LOG.warn("monitoring failed, and goes on", e);
    }
  }

  /** {@return where the library tells what somebody should look at} */
  public AlertSink alerts() {
    return alerts;
  }

  /** {@return where guards tell what they saw: logged, counted and watched} */
  public SecurityEvents events() {
    return events;
  }

  /** {@return where each answer is told} */
  public HttpMeasures answers() {
    return answers;
  }

  /** Stops; what waits to be told is tried once more. */
  @Override
  public void close() {
    timer.shutdownNow();
    if (errors != null) {
      errors.close();
    }
    quietly(alerts::run);
  }
}
