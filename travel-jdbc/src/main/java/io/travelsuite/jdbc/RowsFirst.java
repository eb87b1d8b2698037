package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The short way for new holds at one departure with plenty of room: rows are written first, and the
 * counter is taken last by one guarded update, so that its lock is held for the COMMIT only and two
 * leaders' rows are written side by side. Nothing is read, so no isolation level matters.
 */
final class RowsFirst {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  RowsFirst(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The guarded update was refused: not so plenty, or other terms. */
  static final class NotPlentyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotPlentyException() {
      super("fewer units than the batch takes", null, false, false);
    }
  }

  static boolean suits(Operation<?> operation) {
    return operation instanceof HoldOperation hold && hold.decidedByCounter();
  }

  /**
   * Holds for all.
   *
   * @return an answer each, or another round for the second of two equal keys
   * @throws NotPlentyException when there is not room for all; nothing was written
   * @throws DuplicateKeyException when a key was used before; nothing was written
   */
  List<Step<BookingResult>> run(List<Operation<?>> operations) {
    return transactions.writeBlindly(unit -> run(unit, operations));
  }

  private List<Step<BookingResult>> run(UnitOfWork unit, List<Operation<?>> operations) {
    Instant now = clock.estimate(unit.handle());
    List<Step<BookingResult>> steps = new ArrayList<>();
    List<Transition> transitions = new ArrayList<>();
    SortedMap<CounterKey, Integer> taken = new TreeMap<>();
    Set<HoldKey> keys = new HashSet<>();
    Set<Integer> revisions = new HashSet<>();
    for (Operation<?> operation : operations) {
      @Nullable HoldKey key = operation.holdKey();
      if (key != null && !keys.add(key)) {
        steps.add(Step.again(List.of()));
        continue;
      }
      if (operation.sale().refusal(operation.sale().offers().keySet(), now) != null) {
        throw new NotPlentyException();
      }
      operation.sale().offers().values().forEach(offer -> revisions.add(offer.revision()));
      Draft draft = Draft.of(operation, operation.decide(null, now));
      draft.written();
      steps.add(draft.step());
      transitions.add(draft.transition());
      draft.transition().takingAfter().units().forEach((k, u) -> taken.merge(k, u, Integer::sum));
    }
    TransitionWriter.write(unit, transitions, now);
    takeAll(unit, taken, revisions);
    return steps;
  }

  private static void takeAll(
      UnitOfWork unit, SortedMap<CounterKey, Integer> taken, Set<Integer> revisions) {
    boolean alike = revisions.size() == 1;
    if (!alike || !CounterTable.take(unit.handle(), taken, revisions.iterator().next())) {
      throw new NotPlentyException();
    }
  }
}
