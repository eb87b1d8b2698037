package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Personal data, the audit log and backups. */
final class DataChecks {

  private static final Duration HOURS_25 = Duration.ofHours(25);
  private static final Duration HOURS_49 = Duration.ofHours(49);

  static final List<Check> ALL =
      List.of(
          error(
                  "data.encryption",
                  "Personal data is not encrypted at rest",
                  "Configure a key-encryption key")
              .config(Deployment::data, d -> !d.encrypted()),
          error(
                  "data.key-source",
                  "The key is kept beside what it encrypts",
                  "Use a key service, or a file elsewhere")
              .config(Deployment::data, d -> d.keys() == DataSetup.KeySource.BESIDE_THE_DATA),
          warning(
                  "data.key-file",
                  "The key is a file of the machine",
                  "Use a key service, or silence this with the reason")
              .config(Deployment::data, d -> d.keys() == DataSetup.KeySource.FILE),
          warning("data.key-old", "The key-encryption key is older than a year", "Rotate it")
              .configAt(Deployment::data, (d, f) -> f.older(d.keySince(), Duration.ofDays(366))),
          error("data.retention", "No class of data has a time limit", "Set retention policies")
              .config(Deployment::data, d -> d.retention().isEmpty()),
          error("data.retention-limit", "A class of data is kept for ever", "Set its retention")
              .configEach(
                  Deployment::data,
                  (d, f) ->
                      d.retention().entrySet().stream()
                          .filter(e -> e.getValue().isZero())
                          .map(Map.Entry::getKey)
                          .sorted()
                          .toList()),
          error(
                  "data.erasure-journal",
                  "A restored backup brings back who was erased",
                  "Journal erasures outside the database")
              .config(Deployment::data, d -> !d.erasureJournal()),
          warning(
                  "data.cards",
                  "Tables were not searched for card numbers in 90 days",
                  "Search them")
              .configAt(
                  Deployment::data, (d, f) -> f.older(d.cardsSearched(), Duration.ofDays(90))),
          error("audit.off", "No audit log is written", "Switch it on")
              .config(Deployment::data, d -> !d.auditOn()),
          warning("audit.seal", "The audit log was not sealed in 25 hours", "Run the sealing job")
              .lookAt(Look.AUDIT, (a, f) -> f.older(a.sealed(), Duration.ofHours(25))),
          error(
                  "audit.intact",
                  "The seals of the audit log do not fit",
                  "Somebody changed it: find out who")
              .look(Look.AUDIT, a -> !a.intact()),
          warning(
                  "backup.late",
                  "The newest backup is older than 25 hours",
                  "Look why none was made")
              .lookAt(
                  Look.BACKUP,
                  (b, f) -> f.older(b.last(), HOURS_25) && !f.older(b.last(), HOURS_49)),
          error("backup.missing", "The newest backup is older than 49 hours", "Make one now")
              .lookAt(Look.BACKUP, (b, f) -> f.older(b.last(), HOURS_49)),
          error("backup.encrypted", "Backups are not encrypted", "Encrypt them")
              .look(Look.BACKUP, b -> !b.encrypted()),
          error(
                  "backup.elsewhere",
                  "Backups are where the database is",
                  "Keep them at another place")
              .look(Look.BACKUP, b -> !b.elsewhere()),
          error("backup.restored", "No backup was restored in 30 days", "Restore one and verify it")
              .lookAt(Look.BACKUP, (b, f) -> f.older(b.restoreTested(), Duration.ofDays(30))));

  private DataChecks() {}
}
