package io.travelsuite.jdbc.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.travelsuite.alert.AlertChannel;
import io.travelsuite.alert.AlertRelay;
import io.travelsuite.alert.Heartbeat;
import io.travelsuite.alert.RelayRules;
import io.travelsuite.jdbc.backup.Database;
import io.travelsuite.jdbc.backup.DatabaseAccess;
import io.travelsuite.jdbc.backup.DatabaseTools;
import io.travelsuite.jdbc.backup.JdbcBackup;
import io.travelsuite.jdbc.backup.RestoreCheck;
import io.travelsuite.jdbc.backup.RestoreResult;
import io.travelsuite.jdbc.monitor.MicrometerMetrics;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.alert.AlertMessages;
import io.travelsuite.notify.alert.AlertWebhook;
import io.travelsuite.notify.email.EmailChannel;
import io.travelsuite.notify.email.EmailSender;
import io.travelsuite.notify.email.SmtpConnections;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.backup.BackupAge;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.backup.BackupManifest;
import io.travelsuite.security.backup.BackupRetention;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.log.Redactor;
import io.travelsuite.security.monitor.HttpPulse;
import io.travelsuite.security.monitor.SentryErrors;
import io.travelsuite.security.monitor.SentryProject;
import io.travelsuite.security.readiness.Look;
import io.travelsuite.security.readiness.Probes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The samples of docs/backup.md and docs/monitoring.md compile here; others run the same calls. */
@SuppressWarnings("FutureReturnValueIgnored") // of a timer that runs as long as the host
class BackupSamplesTest {

  private final Clock clock = Clock.systemUTC();
  private final Metrics metrics = Metrics.none();

  record Placed(Path backups, Path keyFile, DataSource dataSource, DatabaseAccess access) {}

  RestoreResult backUpAndRestore(Placed at, Database scratch, Erasure erasure) {
    Path backups = at.backups();
    Path keyFile = at.keyFile();
    DataSource dataSource = at.dataSource();
    DatabaseAccess access = at.access();
    KeyRing keys = KeyRing.read(keyFile);
    BackupFolder folder = BackupFolder.of(backups, keys, clock);
    Database database = new Database(dataSource, access);
    JdbcBackup backup = JdbcBackup.of(DatabaseTools.on(System.getenv("PATH")), folder);
    BackupManifest made = backup.make(database);
    folder.prune(BackupRetention.DEFAULT);
    RestoreResult result =
        backup
            .checking(RestoreCheck.payments())
            .restore(made.name(), scratch, List.of(restored -> erasure.replay()));
    return result;
  }

  Probes age(BackupFolder folder) {
    Probes probes = Probes.none().with(Look.BACKUP, new BackupAge(folder, true));
    return probes;
  }

  AlertRelay alerts(AlertChannel mails, ScheduledExecutorService timer) {
    AlertRelay alerts = AlertRelay.of(RelayRules.DEFAULT, mails, clock, metrics);
    timer.scheduleWithFixedDelay(alerts::run, 1, 1, TimeUnit.SECONDS);
    return alerts;
  }

  AlertChannel channels(SmtpConnections connections, EmailSender sender, Secret secret) {
    URI pagerAddress = URI.create("https://pager.example/on");
    AlertChannel mails =
        AlertMessages.by(EmailChannel.of(connections, sender, clock), List.of("ops@acme.example"));
    AlertChannel pager = AlertWebhook.to(pagerAddress, secret, clock, Egress.DEFAULT);
    AlertChannel both =
        notice -> {
          mails.send(notice);
          pager.send(notice);
        };
    return both;
  }

  Probes heartbeat(HttpClient client, Secret pulseAddress, ScheduledExecutorService timer) {
    Heartbeat heartbeat =
        new Heartbeat(Duration.ofMinutes(1), new HttpPulse(client, pulseAddress), clock, metrics);
    timer.scheduleWithFixedDelay(heartbeat::run, 1, 10, TimeUnit.SECONDS);
    Probes probes = Probes.none().with(Look.HEARTBEAT, heartbeat::lastAnswered);
    return probes;
  }

  Metrics measured(MeterRegistry registry) {
    Metrics metrics = new MicrometerMetrics(registry);
    return metrics;
  }

  record Reporting(String dsn, Redactor redactor, HttpClient client, RuntimeException failure) {}

  void errors(Reporting reporting, ScheduledExecutorService timer) {
    String dsn = reporting.dsn();
    Redactor redactor = reporting.redactor();
    HttpClient client = reporting.client();
    RuntimeException failure = reporting.failure();
    SentryErrors errors =
        SentryErrors.of(
            SentryProject.of(dsn, "shop@1.4.2", "production"),
            redactor,
            client,
            new SentryErrors.Telling(clock, metrics));
    timer.scheduleWithFixedDelay(errors::run, 1, 1, TimeUnit.SECONDS);
    errors.report(failure, Map.of("route", "hold"));
  }

  @Test
  void the_samples_are_those_of_the_pages() throws IOException {
    for (Map.Entry<String, Integer> of :
        Map.of("docs/backup.md", 3, "docs/monitoring.md", 5).entrySet()) {
      Readme page = Readme.read(of.getKey());
      assertThat(page.samples()).hasSize(of.getValue());
      assertThat(page.samplesNotIn(BackupSamplesTest.class)).isEmpty();
    }
  }
}
