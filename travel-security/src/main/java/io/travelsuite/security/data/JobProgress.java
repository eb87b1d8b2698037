package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come: all that is needed to go on after a crash, in any process.
 *
 * @param job its name, 1 to 64 of {@code a–z 0–9 . _ -}
 * @param revision 1 at the first saving, one more with each
 * @param phase what it is at, in the words of the job; {@code DONE} at the end
 * @param cursor what it has seen of the phase, or null at its begin; no personal data
 * @param counts what it has done
 * @param startedAt when the job began
 * @param phaseAt when the phase began
 */
public record JobProgress(
    String job,
    long revision,
    String phase,
    @Nullable String cursor,
    Counts counts,
    Instant startedAt,
    Instant phaseAt) {

  /** The phase after the last. */
  public static final String DONE = "DONE";

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,64}");

  /** Checks the name. */
  public JobProgress {
    unless(NAME.matcher(job).matches(), "job", job, "must be 1 to 64 of a-z 0-9 . _ -");
  }

  /**
   * What was done in all phases together. After a crash the batch that it broke off is seen again,
   * and then counted once; what it had changed already is not changed again, nor counted as such.
   *
   * @param seen what was looked at
   * @param changed what was changed
   * @param failed what could not be, and was left as it is
   */
  public record Counts(long seen, long changed, long failed) {

    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(seen + more.seen, changed + more.changed, failed + more.failed);
    }
  }

  /** {@return whether the job is at its end} */
  public boolean isDone() {
    return phase.equals(DONE);
  }

  static JobProgress begin(String job, String phase, Instant now) {
    return new JobProgress(job, 0, phase, null, Counts.NONE, now, now);
  }

  JobProgress at(String next, Counts more) {
    return new JobProgress(job, revision + 1, phase, next, counts.plus(more), startedAt, phaseAt);
  }

  JobProgress phase(String next, Counts more, Instant now) {
    return new JobProgress(job, revision + 1, next, null, counts.plus(more), startedAt, now);
  }

  JobProgress instead(String other) {
    return new JobProgress(job, revision, other, cursor, counts, startedAt, phaseAt);
  }
}
