package io.travelsuite.idempotency;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;

/**
 * How long a claim is the owner's, and how long its outcome is kept.
 *
 * <p>The lease is for crashes: longer than the work usually takes, and {@linkplain
 * Idempotency#extend extended} by work that takes longer. The retention is for clients that repeat
 * a request: after it the key is as never used.
 *
 * @param lease 1 second to 1 day; 1 minute by default
 * @param retention of an outcome from when it was stored: 1 minute to 400 days, whole seconds; 7
 *     days by default
 * @param mostAttempts after how many claims without an outcome it is parked: 1 to 1,000; 20 by
 *     default
 * @param startsAtCheckpoint whether nothing can have happened before the first {@linkplain
 *     Idempotency#checkpoint checkpoint}, so that a claim that lapses without one may be done
 *     afresh; false by default, when every lapsed claim needs recovery
 */
public record ClaimTerms(
    Duration lease, Duration retention, int mostAttempts, boolean startsAtCheckpoint) {

  /** The defaults. */
  public static final ClaimTerms DEFAULT =
      new ClaimTerms(Duration.ofMinutes(1), Duration.ofDays(7), 20, false);

  /** Checks the ranges. */
  public ClaimTerms {
    checkLease(lease);
    unless(
        within(retention, Duration.ofMinutes(1), Duration.ofDays(400))
            && retention.equals(Duration.ofSeconds(retention.toSeconds())),
        "retention",
        retention,
        "must be 1 minute to 400 days in whole seconds");
    unless(
        mostAttempts >= 1 && mostAttempts <= 1_000,
        "mostAttempts",
        mostAttempts,
        "must be 1 to 1,000");
  }

  /**
   * Checks a lease.
   *
   * @param lease to be 1 second to 1 day
   * @throws io.travelsuite.InvalidRequestException when it is not
   */
  public static void checkLease(Duration lease) {
    unless(
        within(lease, Duration.ofSeconds(1), Duration.ofDays(1)),
        "lease",
        lease,
        "must be 1 second to 1 day");
  }

  private static boolean within(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  /**
   * {@return the same with this lease}
   *
   * @param value 1 second to 1 day
   */
  public ClaimTerms lease(Duration value) {
    return new ClaimTerms(value, retention, mostAttempts, startsAtCheckpoint);
  }

  /**
   * {@return the same with this retention}
   *
   * @param value 1 minute to 400 days, whole seconds
   */
  public ClaimTerms retention(Duration value) {
    return new ClaimTerms(lease, value, mostAttempts, startsAtCheckpoint);
  }

  /**
   * {@return the same, parked after so many claims without an outcome}
   *
   * @param value 1 to 1,000
   */
  public ClaimTerms mostAttempts(int value) {
    return new ClaimTerms(lease, retention, value, startsAtCheckpoint);
  }

  /** {@return the same, for an owner who notes a checkpoint before any effect can start} */
  public ClaimTerms startingAtCheckpoint() {
    return new ClaimTerms(lease, retention, mostAttempts, true);
  }
}
