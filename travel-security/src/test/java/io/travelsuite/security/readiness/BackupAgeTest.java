package io.travelsuite.security.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.backup.BackupAge;
import io.travelsuite.security.backup.BackupException;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.backup.DumpContent;
import io.travelsuite.security.backup.NewBackup;
import io.travelsuite.security.data.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of backups, as the readiness check sees it while time passes. */
class BackupAgeTest {

  @TempDir private Path path;
  private final SteppingClock clock = new SteppingClock();
  private BackupFolder folder;
  private BackupAge age;

  @BeforeEach
  void open() {
    folder = BackupFolder.of(path, Samples.ring(), clock);
    age = new BackupAge(folder, true);
  }

  private String backUp() throws IOException {
    try (NewBackup backup = folder.begin()) {
      backup.stream().write(1);
      return backup.finish(new DumpContent("9.7.0", 12, new TreeMap<>())).name();
    }
  }

  /** What is found of backups, by the clock of the folder. */
  private List<String> found() {
    Probes probes = Subject.good().probes().with(Look.BACKUP, age);
    return ReadinessCheck.of(GoodHost.deployment(), probes, clock)
        .run(Runnable::run)
        .findings()
        .stream()
        .map(Finding::id)
        .filter(id -> id.contains("backup"))
        .filter(id -> !id.startsWith("attest."))
        .toList();
  }

  @Test
  void a_backup_is_late_after_25_hours_and_missing_after_49() throws IOException {
    folder.restored(backUp());
    assertThat(found()).isEmpty();
    clock.pass(Duration.ofHours(25));
    assertThat(found()).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    assertThat(found()).containsExactly("backup.late");
    clock.pass(Duration.ofHours(24));
    assertThat(found()).containsExactly("backup.missing");
    backUp();
    assertThat(found()).isEmpty();
  }

  @Test
  void a_restore_counts_for_thirty_days() throws IOException {
    backUp();
    assertThat(found()).containsExactly("backup.restored");
    folder.restored(folder.names().get(0));
    assertThat(found()).isEmpty();
    clock.pass(Duration.ofDays(30).plusSeconds(1));
    backUp();
    assertThat(found()).containsExactly("backup.restored");
  }

  @Test
  void without_a_backup_both_are_missing() {
    assertThat(found()).containsExactlyInAnyOrder("backup.missing", "backup.restored");
  }

  @Test
  void a_manifest_that_was_altered_or_a_file_that_is_gone_is_no_backup() throws IOException {
    String name = backUp();
    Path manifest = path.resolve(name + ".manifest");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("2026", "2027"));
    assertThat(found()).containsExactly("probe.backup");
    Files.writeString(manifest, text);
    Files.delete(path.resolve(name + ".backup"));
    assertThat(found()).containsExactly("probe.backup");
  }

  @Test
  void the_metrics_tell_both_ages() throws IOException {
    folder.restored(backUp());
    clock.pass(Duration.ofHours(2));
    Map<String, Double> gauges = new HashMap<>();
    age.measure(new Gauges(gauges), clock);
    assertThat(gauges)
        .containsEntry("travel.backup.age-seconds", 7200.0)
        .containsEntry("travel.backup.restored-age-seconds", 7200.0);
  }

  @Test
  void a_backup_that_was_altered_is_told_as_none_and_not_as_what_was_there_before()
      throws IOException {
    String name = backUp();
    clock.pass(Duration.ofHours(2));
    Map<String, Double> gauges = new HashMap<>();
    age.measure(new Gauges(gauges), clock);
    Files.delete(path.resolve(name + ".backup"));

    assertThatThrownBy(() -> age.measure(new Gauges(gauges), clock))
        .isInstanceOf(BackupException.class);
    assertThat(gauges.get("travel.backup.age-seconds")).isGreaterThan(49 * 3600.0);
  }

  private record Gauges(Map<String, Double> values) implements Metrics {

    @Override
    public void count(Metric metric, long more) {
      throw new AssertionError();
    }

    @Override
    public void time(Metric metric, Duration took) {
      throw new AssertionError();
    }

    @Override
    public void gauge(Metric metric, double value) {
      values.put(metric.name(), value);
    }
  }
}
