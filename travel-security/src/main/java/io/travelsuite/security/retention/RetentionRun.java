package io.travelsuite.security.retention;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a policy in batches. Where a run is stands in its {@link Progress}, a value: keep it, and a
 * run that was broken off goes on from there; lose it, and a new run finds what is left, since
 * applying a policy twice changes nothing. A dry run walks the same way and changes nothing.
 * Thread-safe.
 */
public final class RetentionRun {

  private final RetentionPolicy policy;
  private final ExpirableRows rows;
  private final LegalHolds holds;
  private final Clock clock;

  /**
   * A run.
   *
   * @param policy what to do
   * @param rows of the policy's class of data
   * @param holds asked again in each batch, before anything is changed
   * @param clock what time it is
   */
  public RetentionRun(RetentionPolicy policy, ExpirableRows rows, LegalHolds holds, Clock clock) {
    this.policy = policy;
    this.rows = rows;
    this.holds = holds;
    this.clock = clock;
  }

  /**
   * Where a run is.
   *
   * @param cutoff before when rows were last needed; the same for the whole run
   * @param dry whether nothing is changed
   * @param cursor behind which row it goes on, or null at the begin
   * @param due rows that the policy no longer keeps
   * @param held of these, rows that a legal hold keeps
   * @param applied of these, rows that were changed; in a dry run, that would be
   * @param isDone whether it is at its end
   */
  public record Progress(
      Instant cutoff,
      boolean dry,
      @Nullable String cursor,
      long due,
      long held,
      long applied,
      boolean isDone) {

    private Progress with(Batch batch) {
      return new Progress(
          cutoff,
          dry,
          batch.cursor,
          due + batch.due,
          held + batch.held,
          applied + batch.applied,
          batch.last);
    }
  }

  private static final class Batch {
    private @Nullable String cursor;
    private long due;
    private long held;
    private long applied;
    private boolean last;
  }

  /** {@return the begin of a run} */
  public Progress begin() {
    return new Progress(policy.cutoff(clock.instant()), false, null, 0, 0, 0, false);
  }

  /** {@return the begin of a run that changes nothing and counts what would be} */
  public Progress beginDry() {
    return new Progress(policy.cutoff(clock.instant()), true, null, 0, 0, 0, false);
  }

  /**
   * Does one batch.
   *
   * @param from where the run is
   * @param limit rows, 1 to 1,000
   * @return where it is then; the same when it was done
   */
  public Progress next(Progress from, int limit) {
    unless(limit >= 1 && limit <= 1000, "limit", limit, "must be 1 to 1,000");
    if (from.isDone()) {
      return from;
    }
    Batch batch = new Batch();
    batch.cursor = from.cursor();
    Map<OperatorId, List<LegalHold>> known = new HashMap<>();
    List<ExpiredRow> found = rows.before(from.cutoff(), from.cursor(), limit);
    for (ExpiredRow row : found) {
      batch.due++;
      batch.cursor = row.cursor();
      if (isHeld(row, known)) {
        batch.held++;
      } else if (from.dry() || rows.apply(row, policy.then())) {
        batch.applied++;
      }
    }
    batch.last = found.size() < limit;
    return from.with(batch);
  }

  private boolean isHeld(ExpiredRow row, Map<OperatorId, List<LegalHold>> known) {
    Instant now = clock.instant();
    return known.computeIfAbsent(row.subject().operator(), holds::of).stream()
        .anyMatch(hold -> hold.holds(row.subject(), policy.dataClass(), now));
  }
}
