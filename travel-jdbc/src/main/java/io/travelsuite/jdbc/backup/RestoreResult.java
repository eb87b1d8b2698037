package io.travelsuite.jdbc.backup;

import io.travelsuite.security.backup.BackupException;
import io.travelsuite.security.backup.BackupManifest;
import java.time.Duration;
import java.util.List;

/** What came of a restore. */
public sealed interface RestoreResult {

  /** {@return what the backup says of itself} */
  BackupManifest manifest();

  /**
   * {@return this, when it was verified}
   *
   * @throws BackupException when it differs
   */
  Verified orElseThrow();

  /**
   * All of it is there, and sound.
   *
   * @param manifest what the backup says of itself
   * @param loading how long it took to read and load it
   * @param verifying how long it took to erase again what was erased, and to verify
   */
  record Verified(BackupManifest manifest, Duration loading, Duration verifying)
      implements RestoreResult {

    @Override
    public Verified orElseThrow() {
      return this;
    }
  }

  /**
   * What was restored is not what was dumped, or was not sound when it was.
   *
   * @param manifest what the backup says of itself
   * @param faults what is wrong
   */
  record Differs(BackupManifest manifest, List<String> faults) implements RestoreResult {

    /** Copies the list. */
    public Differs {
      faults = List.copyOf(faults);
    }

    @Override
    public Verified orElseThrow() {
      throw BackupException.refused("what was restored differs: " + faults);
    }
  }
}
