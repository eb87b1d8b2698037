package io.travelsuite.jdbc;

import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of travel_payment_operation.
 *
 * @param operation as it is stored
 * @param ordinal which of its payment's, from 1
 * @param owner the call that claimed it last, or null
 * @param leaseUntil until when it is its owner's
 * @param since when it was recorded
 */
record OperationRow(
    Operation operation, int ordinal, @Nullable UUID owner, Instant leaseUntil, Instant since) {

  /** Whether somebody who comes now may send it. */
  boolean isFree(Instant now, Lease lease) {
    boolean young = now.isBefore(since.plus(lease.takenOverWithin()));
    return young
        && switch (operation.state()) {
          case PLANNED, UNKNOWN -> true;
          case SENT -> !now.isBefore(leaseUntil);
          case PENDING, DONE, DECLINED -> false;
        };
  }

  OperationRow operation(Operation next) {
    return new OperationRow(next, ordinal, owner, leaseUntil, since);
  }
}
