package io.travelsuite.examples.server.backup;

import io.travelsuite.jdbc.backup.RestoreResult.Verified;
import io.travelsuite.security.backup.BackupManifest;
import java.time.Duration;
import java.util.Locale;

/** The words of these commands. */
final class DrillReport {

  private DrillReport() {}

  static String backup(BackupManifest made) {
    return "backup "
        + made.name()
        + ": "
        + made.content().allRows()
        + " rows of "
        + made.content().rows().size()
        + " tables, "
        + made.file().bytes()
        + " bytes, sealed by key "
        + made.keyId();
  }

  static String restored(Verified verified) {
    return "restored "
        + verified.manifest().name()
        + ": loaded in "
        + seconds(verified.loading())
        + ", verified in "
        + seconds(verified.verifying());
  }

  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
  }
}
