package io.travelsuite.security.backup;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.readiness.BackupFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * How old the newest backup of a folder is, and when one was last restored: for {@code
 * Look.BACKUP}, whose checks warn after 25 hours, and fail after 49 hours or 30 days without a
 * restore; and for metrics. Thread-safe.
 */
public final class BackupAge implements Callable<BackupFacts> {

  private static final String AGE = "travel.backup.age-seconds";

  private final BackupFolder folder;
  private final boolean elsewhere;

  /**
   * A look at a folder.
   *
   * @param folder the backups
   * @param elsewhere whether they are, or are copied to, another place than the database
   */
  public BackupAge(BackupFolder folder, boolean elsewhere) {
    this.folder = folder;
    this.elsewhere = elsewhere;
  }

  /**
   * {@return the newest backup's facts; without one both times are 1970}
   *
   * @throws BackupException if its manifest was altered, or its file is gone or of another length
   */
  @Override
  public BackupFacts call() {
    List<String> names = folder.names();
    Instant last = names.isEmpty() ? Instant.EPOCH : whole(names.get(0)).begunAt();
    return new BackupFacts(last, true, elsewhere, folder.lastRestored().orElse(Instant.EPOCH));
  }

  private BackupManifest whole(String name) {
    BackupManifest manifest = folder.manifest(name);
    if (folder.length(name) != manifest.file().bytes()) {
      throw BackupException.refused("the file of the newest backup is gone or cut off");
    }
    return manifest;
  }

  /**
   * Tells the metrics {@code travel.backup.age-seconds} and {@code
   * travel.backup.restored-age-seconds}; call it every few minutes. A newest backup that is not
   * what was written counts as none: what was told before would stand still, and alarm nobody.
   *
   * @param metrics where measurements go
   * @param clock what time it is
   * @throws BackupException as {@link #call} does, after it was told
   */
  public void measure(Metrics metrics, InstantSource clock) {
    Instant now = clock.instant();
    BackupFacts facts;
    try {
      facts = call();
    } catch (BackupException damaged) {
      metrics.gauge(Metric.of(AGE), seconds(Instant.EPOCH, now));
      throw damaged;
    }
    metrics.gauge(Metric.of(AGE), seconds(facts.last(), now));
    metrics.gauge(
        Metric.of("travel.backup.restored-age-seconds"), seconds(facts.restoreTested(), now));
  }

  private static double seconds(Instant since, Instant now) {
    return (double) Duration.between(since, now).toSeconds();
  }
}
