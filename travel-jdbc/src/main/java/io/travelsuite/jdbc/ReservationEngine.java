package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingResult;
import java.util.List;

/**
 * Decides operations under the lock: counters first, then bookings, each in key order; then the
 * clock; then the decision, and everything it writes, in one transaction.
 */
final class ReservationEngine {

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final LineResolver resolver;

  ReservationEngine(Transactions transactions, DatabaseClock clock, LineResolver resolver) {
    this.transactions = transactions;
    this.clock = clock;
    this.resolver = resolver;
  }

  /** Runs one operation until it has its answer, waiting for whoever has what it needs. */
  <R extends BookingResult> R run(Operation<R> operation) {
    BookingResult result =
        Rounds.run(
            transactions,
            freshness(List.of(operation)),
            (unit, known) -> {
              Round.Context context = new Round.Context(this, known, Locking.WAIT);
              return new Round(List.of(operation), unit, context).run().get(0);
            });
    return operation.answers().cast(result);
  }

  /**
   * What a round came to.
   *
   * @param steps one an operation, in their order
   * @param roomLeft the units left where they are fewest, of the counters looked at
   */
  record Result(List<Step<BookingResult>> steps, int roomLeft) {}

  /** Runs one round of some operations. */
  Result round(List<Operation<?>> operations, Rounds.Known known, Locking locking) {
    Round.Context context = new Round.Context(this, known, locking);
    return transactions.write(
        freshness(operations),
        unit -> {
          Round round = new Round(operations, unit, context);
          return new Result(round.run(), round.roomLeft());
        });
  }

  /** Looks without a lock for those that can only be refused; the others need a round. */
  List<Step<BookingResult>> look(List<Operation<?>> operations) {
    Round.Context context = new Round.Context(this, Rounds.Known.NOTHING, Locking.NONE);
    return transactions.read(
        freshness(operations),
        handle -> new Round(operations, new UnitOfWork(handle), context).run());
  }

  private static Transactions.Freshness freshness(List<? extends Operation<?>> operations) {
    return operations.stream().anyMatch(operation -> operation.target() != null)
        ? Transactions.Freshness.CLUSTER
        : Transactions.Freshness.LOCAL;
  }

  boolean joined() {
    return transactions.joined();
  }

  DatabaseClock clock() {
    return clock;
  }

  LineResolver resolver() {
    return resolver;
  }
}
