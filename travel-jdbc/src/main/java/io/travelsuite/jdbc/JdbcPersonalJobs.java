package io.travelsuite.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.JobProgress;
import io.travelsuite.security.data.JobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The progress of jobs in the database. Each phase that a job comes to is in the audit log. */
final class JdbcPersonalJobs implements JobStore {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  JdbcPersonalJobs(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<JobProgress> find(String job) {
    return transactions.read(Freshness.CLUSTER, handle -> find(handle, job));
  }

  private static Optional<JobProgress> find(Handle handle, String job) {
    return Sql.query(
            handle,
            "SELECT * FROM travel_personal_job WHERE job = ?",
            List.of(job),
            JdbcPersonalJobs::read)
        .stream()
        .findFirst();
  }

  @Override
  public boolean save(JobProgress next) {
    try {
      return transactions.write(Freshness.CLUSTER, unit -> save(unit.handle(), next));
    } catch (DuplicateKeyException somebodyBegan) {
      return false;
    }
  }

  private boolean save(Handle handle, JobProgress next) {
    Optional<String> before = find(handle, next.job()).map(JobProgress::phase);
    if (!(next.revision() == 1 ? insert(handle, next) : update(handle, next))) {
      return false;
    }
    if (!before.equals(Optional.of(next.phase()))) {
      audit(handle, next);
    }
    return true;
  }

  private void audit(Handle handle, JobProgress next) {
    UUID subject = UUID.nameUUIDFromBytes(next.job().getBytes(UTF_8));
    AuditTable.About about = new AuditTable.About(AuditTable.NOBODY, subject);
    Map<String, Object> detail =
        Map.of(
            "job", next.job(),
            "phase", next.phase(),
            "changed", next.counts().changed(),
            "failed", next.counts().failed());
    AuditTable.add(handle, about, new AuditTable.Done("keys.rotation", detail), clock.now(handle));
  }

  private static boolean insert(Handle handle, JobProgress first) {
    MultiRow.insert(
        handle,
        """
        INSERT INTO travel_personal_job
          (phase, walked_to, seen, changed, failed, started_at, phase_at, revision, job)\
        """,
        List.of(values(first)));
    return true;
  }

  private static boolean update(Handle handle, JobProgress next) {
    List<@Nullable Object> values = new ArrayList<>(values(next));
    values.add(next.revision() - 1);
    int changed =
        Sql.update(
            handle,
            """
            UPDATE travel_personal_job
            SET phase = ?, walked_to = ?, seen = ?, changed = ?, failed = ?, started_at = ?,
              phase_at = ?, revision = ?
            WHERE job = ? AND revision = ?
            """,
            values);
    return changed == 1;
  }

  private static List<@Nullable Object> values(JobProgress job) {
    return Arrays.asList(
        job.phase(),
        job.cursor(),
        job.counts().seen(),
        job.counts().changed(),
        job.counts().failed(),
        UtcTime.text(job.startedAt()),
        UtcTime.text(job.phaseAt()),
        job.revision(),
        job.job());
  }

  private static JobProgress read(ResultSet row) throws SQLException {
    return new JobProgress(
        row.getString("job"),
        row.getLong("revision"),
        row.getString("phase"),
        row.getString("walked_to"),
        new JobProgress.Counts(row.getLong("seen"), row.getLong("changed"), row.getLong("failed")),
        UtcTime.instant(row, "started_at"),
        UtcTime.instant(row, "phase_at"));
  }
}
