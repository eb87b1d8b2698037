package io.travelsuite.jdbc;

import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a claim comes to, decided under the payment's lock.
 *
 * @param answer what the caller is told
 * @param next the row that is to be written, or null
 */
record OperationClaim(ClaimResult answer, @Nullable OperationRow next) {

  /**
   * Who asks.
   *
   * @param owner of this call alone, made before its first try: when the answer to a COMMIT was
   *     lost, the next try knows by it that the claim is the call's own
   * @param lease on what terms
   * @param now the time, read under the lock
   */
  record Asked(UUID owner, Lease lease, Instant now) {}

  static OperationClaim of(KeptPayment payment, Operation wanted, Asked asked) {
    OperationRow kept = payment.operation(wanted).orElse(null);
    if (kept != null && asked.owner().equals(kept.owner())) {
      return told(new ClaimResult.Claimed(kept.operation()));
    }
    if (kept == null || kept.operation().state() == Operation.State.PLANNED) {
      Money left = payment.stored().room(wanted);
      if (wanted.amount().isGreaterThan(left)) {
        return told(new ClaimResult.NoRoom(left));
      }
    }
    return kept == null ? first(payment, wanted, asked) : again(kept, wanted, asked);
  }

  private static OperationClaim first(KeptPayment payment, Operation wanted, Asked asked) {
    return claimed(
        new OperationRow(wanted, payment.operations().size() + 1, null, asked.now(), asked.now()),
        asked);
  }

  private static OperationClaim again(OperationRow kept, Operation wanted, Asked asked) {
    Operation known = kept.operation();
    if (!known.amount().equals(wanted.amount())) {
      return told(new ClaimResult.OtherAmount(known));
    }
    if (known.state().settled()) {
      return told(new ClaimResult.Settled(known));
    }
    return kept.isFree(asked.now(), asked.lease())
        ? claimed(kept, asked)
        : told(new ClaimResult.InFlight(known));
  }

  private static OperationClaim told(ClaimResult answer) {
    return new OperationClaim(answer, null);
  }

  private static OperationClaim claimed(OperationRow row, Asked asked) {
    Operation sent = row.operation().sentAgain();
    Instant until = UtcTime.stored(asked.now().plus(asked.lease().time()));
    return new OperationClaim(
        new ClaimResult.Claimed(sent),
        new OperationRow(sent, row.ordinal(), asked.owner(), until, row.since()));
  }
}
