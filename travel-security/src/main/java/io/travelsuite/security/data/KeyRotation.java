package io.travelsuite.security.data;

import io.travelsuite.security.data.JobBatches.Next;
import io.travelsuite.security.data.JobBatches.Outcome;
import io.travelsuite.security.data.JobBatches.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The job that gives every subject a new key, seals all rows by it, makes their blind indexes anew,
 * and takes the old keys away: with readers and writers going on.
 *
 * <p>Its phases: {@code KEYS} adds a key to each subject; {@code WAIT} lets three ttl of the caches
 * pass, after which nobody seals by an old key; {@code ROWS} seals the rows again; {@code RETIRE}
 * takes away the keys from before the job, unless a row could not be opened: then they stay. A
 * subject whose keys are destroyed meanwhile stays so.
 *
 * <p>Resumable: progress is kept in the store, every change is a compare-and-set that, made again,
 * changes nothing. Many processes may run the same job. Thread-safe.
 */
public final class KeyRotation {

  private static final String KEYS = "KEYS";
  private static final String WAIT = "WAIT";
  private static final String ROWS = "ROWS";
  private static final String RETIRE = "RETIRE";

  private final SubjectKeys keys;
  private final SealedRows rows;
  private final JobStore jobs;
  private final RowResealing resealing;

  /**
   * The job.
   *
   * @param keys of all subjects
   * @param rows every row that they seal: what is left out here can't be read afterwards
   * @param jobs where its progress is kept
   */
  public KeyRotation(SubjectKeys keys, SealedRows rows, JobStore jobs) {
    this.keys = keys;
    this.rows = rows;
    this.jobs = jobs;
    this.resealing = new RowResealing(keys, rows);
  }

  /**
   * Does one batch.
   *
   * @param job a name of its own for each rotation, {@code keys-2026-11}; a name that is done does
   *     nothing
   * @param limit subjects or rows, 1 to 1,000
   * @return how far it is; call again at once, or in phase {@code WAIT} after a pause
   * @throws KeyUnavailableException if keys can't be wrapped now: go on later
   */
  public JobProgress run(String job, int limit) {
    JobBatches.check(limit);
    JobProgress from = jobs.find(job).orElseGet(() -> begin(job));
    JobProgress next =
        switch (from.phase()) {
          case KEYS -> subjects(from, limit, WAIT);
          case WAIT -> waited(from);
          case ROWS -> rows(from, limit);
          case RETIRE -> subjects(from, limit, JobProgress.DONE);
          default -> from;
        };
    return next.revision() == from.revision() ? from : JobBatches.save(jobs, next);
  }

  /** Saved before anything is done: which keys are old is judged by when the job began. */
  private JobProgress begin(String job) {
    JobProgress first = JobProgress.begin(job, KEYS, keys.now());
    return JobBatches.save(jobs, first.phase(KEYS, JobProgress.Counts.NONE, keys.now()));
  }

  private JobProgress subjects(JobProgress from, int limit, String then) {
    Instant began = from.startedAt();
    Walk<SubjectRecord> walk =
        SubjectWalk.of(
            keys, from.phase().equals(KEYS) ? row -> add(row, began) : row -> retire(row, began));
    return JobBatches.run(from, walk, limit, new Next(then, keys.now()));
  }

  private Outcome add(SubjectRecord row, Instant began) {
    boolean done = !row.newest().createdAt().isBefore(began);
    return done ? Outcome.UNCHANGED : replaced(keys.withNewKey(row), r -> add(r, began));
  }

  private Outcome retire(SubjectRecord row, Instant began) {
    List<StoredKey> kept =
        row.keys().stream()
            .filter(key -> key.id() == row.newest().id() || !key.createdAt().isBefore(began))
            .toList();
    boolean none = kept.size() == row.keys().size();
    return none ? Outcome.UNCHANGED : replaced(row.with(kept), r -> retire(r, began));
  }

  private Outcome replaced(
      SubjectRecord next, java.util.function.Function<SubjectRecord, Outcome> again) {
    if (keys.replace(next)) {
      return Outcome.CHANGED;
    }
    return keys.store()
        .find(next.subject())
        .filter(there -> there.revision() >= next.revision() && !there.isDestroyed())
        .map(again)
        .orElse(Outcome.UNCHANGED);
  }

  private JobProgress waited(JobProgress from) {
    Duration pause = keys.settings().ttl().multipliedBy(3);
    Instant now = keys.now();
    boolean over = !now.isBefore(from.phaseAt().plus(pause));
    return over ? from.phase(ROWS, JobProgress.Counts.NONE, now) : from;
  }

  private JobProgress rows(JobProgress from, int limit) {
    Walk<SealedRow> walk = new Walk<>(rows::after, SealedRow::cursor, resealing::reseal);
    JobProgress next = JobBatches.run(from, walk, limit, new Next(RETIRE, keys.now()));
    boolean keep = next.phase().equals(RETIRE) && next.counts().failed() > 0;
    return keep ? next.instead(JobProgress.DONE) : next;
  }
}
