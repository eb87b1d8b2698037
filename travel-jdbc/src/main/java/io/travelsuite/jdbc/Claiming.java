package io.travelsuite.jdbc;

import io.travelsuite.idempotency.Claim;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a claim of a key that is there comes to.
 *
 * @param answer what the caller is told
 * @param next the row after, or null when it stays as it is
 * @param parked whether it is to be parked
 */
record Claiming(Claim answer, @Nullable ClaimRow next, boolean parked) {

  /** Decides, given the row under its lock. Pure. */
  static Claiming of(ClaimAsk ask, ClaimRow row, Instant now) {
    if (row.owner().equals(ask.owner())) {
      return told(acquired(ask, row)); // our own COMMIT landed, unheard
    }
    if (row.expired(now)) {
      return taken(ask, claimed(ask, row, now));
    }
    if (!ask.fingerprint().matches(row.version(), row.fingerprint())) {
      return told(new Claim.Mismatch());
    }
    if (row.outcome() != null) {
      return told(new Claim.Replay(row.outcome()));
    }
    if (row.leased(now)) {
      Duration left = Duration.between(now, row.leaseUntil());
      return told(new Claim.InFlight(row.leaseUntil(), left));
    }
    if (row.state() == ClaimRow.State.PARKED) {
      return told(new Claim.Parked(row.attempt()));
    }
    if (row.attempt() >= ask.terms().mostAttempts()) {
      return new Claiming(new Claim.Parked(row.attempt()), null, true);
    }
    return taken(ask, claimed(ask, row, now));
  }

  /** Nothing but an answer. */
  private static Claiming told(Claim answer) {
    return new Claiming(answer, null, false);
  }

  private static Claiming taken(ClaimAsk ask, ClaimRow next) {
    return new Claiming(acquired(ask, next), next, false);
  }

  private static Claim acquired(ClaimAsk ask, ClaimRow row) {
    return row.recovering()
        ? new Claim.NeedsRecovery(ask.fence(row.fence()), row.checkpoint())
        : new Claim.Acquired(ask.fence(row.fence()), row.attempt());
  }

  /**
   * The row of its next owner, who is told to ask first when an effect may have started. Past its
   * retention it is as never used, but for the fence.
   */
  private static ClaimRow claimed(ClaimAsk ask, ClaimRow row, Instant now) {
    boolean anew = row.expired(now);
    boolean asks = row.started() && !anew;
    return new ClaimRow(
        anew ? ask.fingerprint().version() : row.version(),
        anew ? ask.fingerprint().sha256() : row.fingerprint(),
        row.fence() + 1,
        ask.owner(),
        anew ? 1 : row.attempt() + 1,
        ClaimRow.State.IN_FLIGHT,
        asks || !ask.terms().startsAtCheckpoint(),
        asks,
        ask.leaseFrom(now),
        ask.retentionSeconds(),
        null,
        asks ? row.checkpoint() : null,
        null);
  }

  /** Whether the row is to be written. */
  boolean writes() {
    return next != null || parked;
  }
}
