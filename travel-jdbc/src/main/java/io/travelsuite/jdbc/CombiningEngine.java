package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs operations through a lane: callers lead in turn, each a batch for all who wait. */
final class CombiningEngine {

  /** Room for so many batches like the last is plenty. */
  private static final int PLENTY = 8;

  private final ReservationEngine direct;
  private final RowsFirst rowsFirst;
  private final Lane<Combined, BookingResult> lane;
  private final long patienceNanos;
  private final @Nullable Measures measures;
  private final RoomHints hints = new RoomHints();
  private final RepeatedKeys repeats = new RepeatedKeys();

  CombiningEngine(
      ReservationEngine direct, RowsFirst rowsFirst, Combining terms, @Nullable Measures measures) {
    this.direct = direct;
    this.rowsFirst = rowsFirst;
    lane = new Lane<>(terms.limits());
    patienceNanos = terms.patience().toNanos();
    this.measures = measures;
  }

  /** The answer, or null when too many wait, for too long. */
  <R extends BookingResult> @Nullable R run(Operation<R> operation) {
    Call<Combined, BookingResult> call =
        new Call<>(new Combined(operation), departure(operation), patienceNanos);
    if (!lane.enter(call)) {
      return null;
    }
    Optional<Lane.Batch<Combined, BookingResult>> batch = lane.await(call);
    while (batch.isPresent()) {
      try {
        if (measures != null) {
          measures.taken(batch.get(), patienceNanos);
        }
        carryOut(batch.get());
      } finally {
        lane.finish(batch.get());
      }
      batch = lane.await(call);
    }
    BookingResult answer = call.answer();
    return answer == null ? null : operation.answers().cast(answer);
  }

  private static @Nullable OccurrenceId departure(Operation<?> operation) {
    if (operation.target() != null) {
      return null;
    }
    Set<OccurrenceId> occurrences =
        operation.counters(null).stream().map(CounterKey::occurrence).collect(Collectors.toSet());
    return occurrences.size() == 1 ? occurrences.iterator().next() : null;
  }

  /** Every call of the batch is settled after this, or queues again with what was learned. */
  private void carryOut(Lane.Batch<Combined, BookingResult> batch) {
    try {
      shortcut(batch);
      RuntimeException failure = null;
      for (int tries = 0; tries < 2; tries++) {
        failure = tryUnderLock(batch, repeats.lookup(failure));
        if (failure == null) {
          giveTheirOwn(batch);
          return;
        }
      }
      singly(batch);
    } catch (StorageException e) { // the database is away: singly it would be no nearer
      open(batch).forEach(call -> call.fail(LeaderWork.copy(e)));
    } catch (RuntimeException | Error e) {
      open(batch).forEach(call -> call.fail(new IllegalStateException("a batch failed", e)));
      throw e;
    }
  }

  /** Tries what costs least, by what the last batch found. */
  private void shortcut(Lane.Batch<Combined, BookingResult> batch) {
    OccurrenceId departure = batch.departure();
    List<Call<Combined, BookingResult>> calls = batch.calls();
    boolean holds = calls.stream().allMatch(call -> RowsFirst.suits(call.request().operation()));
    if (departure == null || !holds) {
      return;
    }
    RoomHints.Hint hint = hints.of(departure);
    try {
      if (hint == RoomHints.Hint.PLENTY && calls.stream().noneMatch(Call::stubborn)) {
        settle(calls, LeaderWork.shielded(() -> rowsFirst.run(operations(calls))));
      } else if (hint == RoomHints.Hint.SOLD_OUT) {
        settle(calls, LeaderWork.shielded(() -> direct.look(operations(calls))));
      }
    } catch (RowsFirst.NotPlentyException e) {
      hints.set(departure, RoomHints.Hint.TIGHT);
    } catch (DuplicateKeyException e) {
      // A key was used before; under the lock keys are looked up.
    } catch (StorageException e) {
      if (!isOfOneCall(e)) {
        throw e;
      }
    }
  }

  /** One round for all that is open; what one call alone can have caused is returned. */
  private @Nullable RuntimeException tryUnderLock(
      Lane.Batch<Combined, BookingResult> batch, KeyLookup lookup) {
    List<Call<Combined, BookingResult>> calls = open(batch);
    if (calls.isEmpty()) {
      return null;
    }
    TreeSet<CounterKey> more = new TreeSet<>();
    calls.forEach(call -> more.addAll(call.request().more()));
    Locking locking = batch.waits() ? Locking.WAIT : Locking.SKIP;
    try {
      Rounds.Known known = new Rounds.Known(more, lookup);
      ReservationEngine.Result result =
          LeaderWork.shielded(() -> direct.round(operations(calls), known, locking));
      settle(calls, result.steps());
      remember(batch.departure(), calls.size(), result);
      return null;
    } catch (StorageException e) {
      if (!isOfOneCall(e)) {
        throw e;
      }
      return e;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** Whether one call alone can have caused it, and no COMMIT is in doubt. */
  private static boolean isOfOneCall(StorageException e) {
    return !e.retryable() && !(e.getCause() instanceof CommitOutcomeException);
  }

  private void remember(
      @Nullable OccurrenceId departure, int calls, ReservationEngine.Result result) {
    if (departure == null) {
      return;
    }
    boolean soldOut =
        result.steps().stream()
            .allMatch(
                step ->
                    step instanceof Step.Answered<BookingResult> answered
                        && answered.result() instanceof SoldOut);
    if (soldOut) {
      hints.set(departure, RoomHints.Hint.SOLD_OUT);
    } else {
      boolean plenty = result.roomLeft() >= PLENTY * calls;
      hints.set(departure, plenty ? RoomHints.Hint.PLENTY : RoomHints.Hint.TIGHT);
    }
  }

  /**
   * One by one; a batch that does not wait leaves what needs more than a round to one that does.
   */
  private void singly(Lane.Batch<Combined, BookingResult> batch) {
    for (Call<Combined, BookingResult> call : open(batch)) {
      if (batch.waits()) {
        alone(call);
        continue;
      }
      RuntimeException failure =
          tryUnderLock(new Lane.Batch<>(List.of(call), null, false), KeyLookup.FIRST);
      if (failure instanceof DuplicateKeyException) {
        call.insist();
      } else if (failure != null) {
        call.fail(failure);
      }
    }
  }

  /** Those that got nowhere in company. */
  private void giveTheirOwn(Lane.Batch<Combined, BookingResult> batch) {
    if (batch.waits()) {
      open(batch).stream().filter(call -> call.request().hasHadEnough()).forEach(this::alone);
    }
  }

  private void alone(Call<Combined, BookingResult> call) {
    try {
      call.answer(LeaderWork.shielded(() -> direct.run(call.request().operation())));
    } catch (RuntimeException e) {
      call.fail(e);
    }
  }

  private void settle(List<Call<Combined, BookingResult>> calls, List<Step<BookingResult>> steps) {
    for (int i = 0; i < calls.size(); i++) {
      settle(calls.get(i), steps.get(i));
    }
  }

  private void settle(Call<Combined, BookingResult> call, Step<BookingResult> step) {
    if (step instanceof Step.Answered<BookingResult> answered) {
      call.answer(answered.result());
    } else if (step instanceof Step.Doubted<BookingResult> doubted) {
      if (!call.request().doubts()) {
        call.answer(doubted.result());
      }
    } else if (step instanceof Step.Failed<BookingResult> failed) {
      call.fail(failed.cause());
    } else if (step instanceof Step.Again<BookingResult> again) {
      call.request().again(again);
      if (!again.more().isEmpty() || call.request().hasHadEnough()) {
        call.insist();
      }
    } else {
      call.passOver();
    }
  }

  private static List<Operation<?>> operations(List<Call<Combined, BookingResult>> calls) {
    List<Operation<?>> operations = new ArrayList<>();
    calls.forEach(call -> operations.add(call.request().operation()));
    return operations;
  }

  private static List<Call<Combined, BookingResult>> open(
      Lane.Batch<Combined, BookingResult> batch) {
    return batch.calls().stream().filter(call -> !call.settled()).toList();
  }
}
