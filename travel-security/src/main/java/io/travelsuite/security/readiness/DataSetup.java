package io.travelsuite.security.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How personal data is kept.
 *
 * @param encrypted whether personal data is encrypted at rest
 * @param keys where the key-encryption key is
 * @param keySince when it was made or rotated
 * @param retention how long each class of data is kept, zero for ever
 * @param erasureJournal whether erasures are journaled outside the database
 * @param auditOn whether an audit log is written
 * @param cardsSearched when the tables were last searched for card numbers
 */
public record DataSetup(
    boolean encrypted,
    KeySource keys,
    Instant keySince,
    Map<String, Duration> retention,
    boolean erasureJournal,
    boolean auditOn,
    Instant cardsSearched) {

  /** Copies the collections. */
  public DataSetup {
    retention = Map.copyOf(retention);
  }

  /** Where a key-encryption key is. */
  public enum KeySource {
    /** In the database or the program, beside what it encrypts. */
    BESIDE_THE_DATA,
    /** In a file of the machine. */
    FILE,
    /** With a key service: Vault transit, a KMS. */
    SERVICE
  }
}
