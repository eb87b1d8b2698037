package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What each operation of a round makes of what was found under the locks. */
final class Drafts {

  private final LockedCounters counters;
  private final Map<BookingId, StoredBooking> targets;
  private final Locking locking;
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<BookingId> seen = new HashSet<>();

  Drafts(LockedCounters counters, Map<BookingId, StoredBooking> targets, Locking locking) {
    this.counters = counters;
    this.targets = targets;
    this.locking = locking;
  }

  void add(Operation<?> operation, EarlierHolds earlier, Instant now) {
    try {
      drafts.add(draft(operation, earlier, now));
    } catch (RuntimeException e) { // one caller's bad input is not the others' concern
      drafts.add(Draft.settled(operation, new Step.Failed<>(e)));
    }
  }

  /** Those that would write something. */
  List<Draft> written() {
    return drafts.stream().filter(Draft::open).toList();
  }

  List<Step<BookingResult>> steps() {
    return drafts.stream().map(Draft::step).toList();
  }

  private Draft draft(Operation<?> operation, EarlierHolds earlier, Instant now) {
    BookingId target = operation.target();
    @Nullable StoredBooking current = target == null ? null : targets.get(target);
    if (target != null && current == null && locking != Locking.WAIT) {
      return Draft.settled(operation, new Step.LockedOut<>());
    }
    if (target != null && !seen.add(target)) {
      return Draft.settled(operation, Step.again(List.of())); // one step of a booking a round
    }
    StoredBooking existing = earlier.find(operation.holdKey());
    if (existing != null) {
      return Draft.settled(operation, Step.answer(operation.repeated(existing, now)));
    }
    Draft draft = Draft.of(operation, operation.decide(current, now));
    if (!draft.open()) {
      return draft;
    }
    SortedSet<CounterKey> needed = draft.transition().counters();
    needed.addAll(operation.sale().watched());
    if (!counters.cover(needed)) {
      return Draft.settled(
          operation, locking == Locking.WAIT ? Step.again(needed) : new Step.LockedOut<>());
    }
    return draft;
  }
}
