package io.travelsuite.payments.ledger;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;

/**
 * On what terms an operation is claimed.
 *
 * @param time how long it is the caller's, positive; after that whoever comes may send it again
 * @param takenOverWithin how long after it was first recorded it may be sent again, positive:
 *     providers forget idempotency keys, and would do it twice
 */
public record Lease(Duration time, Duration takenOverWithin) {

  /** Checks the ranges. */
  public Lease {
    unless(time.compareTo(Duration.ZERO) > 0, "time", time, "must be positive");
    boolean within = takenOverWithin.compareTo(Duration.ZERO) > 0;
    unless(within, "takenOverWithin", takenOverWithin, "must be positive");
  }
}
