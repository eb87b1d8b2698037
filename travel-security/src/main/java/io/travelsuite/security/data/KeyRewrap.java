package io.travelsuite.security.data;

import io.travelsuite.security.data.JobBatches.Outcome;
import io.travelsuite.security.data.JobBatches.Walk;
import java.time.Instant;

/**
 * The job that wraps all keys of subjects anew, after the key that encrypts keys was changed. No
 * field is touched, and no reader or writer waits: keys of the old and the new wrapping are read
 * alike until the old key is taken out of the {@link KeyEncryption}, once this is done without a
 * failure.
 *
 * <p>Resumable: progress is kept in the store, each key is changed by compare-and-set. Many
 * processes may run the same job. Thread-safe.
 */
public final class KeyRewrap {

  private static final String KEYS = "KEYS";

  private final SubjectKeys keys;
  private final JobStore jobs;

  /**
   * The job.
   *
   * @param keys of all subjects
   * @param jobs where its progress is kept
   */
  public KeyRewrap(SubjectKeys keys, JobStore jobs) {
    this.keys = keys;
    this.jobs = jobs;
  }

  /**
   * Does one batch.
   *
   * @param job a name of its own for each rotation, {@code rewrap-2026-11}; a name that is done
   *     does nothing
   * @param limit subjects, 1 to 1,000
   * @return how far it is; {@code failed} counts subjects with a key that does not unwrap
   * @throws KeyUnavailableException if the key encryption can't be asked: go on later
   */
  public JobProgress run(String job, int limit) {
    JobBatches.check(limit);
    Instant now = keys.now();
    JobProgress from = jobs.find(job).orElseGet(() -> JobProgress.begin(job, KEYS, now));
    if (from.isDone()) {
      return from;
    }
    String by = keys.encryption().currentId();
    Walk<SubjectRecord> walk = SubjectWalk.of(keys, row -> rewrap(row, by));
    JobProgress next =
        JobBatches.run(from, walk, limit, new JobBatches.Next(JobProgress.DONE, now));
    return JobBatches.save(jobs, next);
  }

  private Outcome rewrap(SubjectRecord row, String by) {
    try {
      SubjectRecord next = keys.rewrapped(row, by);
      if (next == null) {
        return Outcome.UNCHANGED;
      }
      return keys.replace(next) ? Outcome.CHANGED : again(row, by);
    } catch (KeyUnavailableException refused) {
      if (refused.retryable()) {
        throw refused;
      }
      return Outcome.FAILED;
    }
  }

  /** Somebody changed it: what is there now is wrapped anew, unless it is gone. */
  private Outcome again(SubjectRecord row, String by) {
    return keys.store()
        .find(row.subject())
        .filter(there -> there.revision() != row.revision() && !there.isDestroyed())
        .map(there -> rewrap(there, by))
        .orElse(Outcome.UNCHANGED);
  }
}
