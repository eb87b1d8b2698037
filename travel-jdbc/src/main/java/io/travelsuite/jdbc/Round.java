package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One round of some operations, in one transaction: everything they need is locked, in one order;
 * each is decided in turn; and what is decided is written at once.
 */
final class Round {

  private final List<Operation<?>> operations;
  private final UnitOfWork unit;
  private final Handle handle;
  private final Rounds.Known known;
  private final ReservationEngine engine;
  private final Locking locking;
  private int roomLeft;

  Round(List<? extends Operation<?>> operations, UnitOfWork unit, Context context) {
    this.operations = List.copyOf(operations);
    this.unit = unit;
    this.handle = unit.handle();
    this.known = context.known();
    this.engine = context.engine();
    this.locking = context.locking();
  }

  /** What a round works with. */
  record Context(ReservationEngine engine, Rounds.Known known, Locking locking) {}

  /** The units left where they are fewest; after {@link #run()}. */
  int roomLeft() {
    return roomLeft;
  }

  /** What came of each operation, in their order. */
  List<Step<BookingResult>> run() {
    LockedCounters counters = lockCounters();
    Map<BookingId, StoredBooking> targets = lockTargets();
    Instant now = engine.clock().now(handle);
    EarlierHolds earlier = EarlierHolds.of(handle, holdKeys(), known.lookup());
    Drafts drafts = new Drafts(counters, targets, locking);
    operations.forEach(operation -> drafts.add(operation, earlier, now));
    Admission admission =
        new Admission(handle, counters, new Admission.Rules(engine, known, locking, now));
    admission.admit(drafts.written(), earlier);
    roomLeft = counters.roomLeft();
    if (locking != Locking.NONE && !admission.transitions().isEmpty()) {
      counters.write(handle);
      TransitionWriter.write(unit, admission.transitions(), now);
    }
    return drafts.steps();
  }

  private LockedCounters lockCounters() {
    Set<BookingId> moving = new LinkedHashSet<>();
    for (Operation<?> operation : operations) {
      BookingId target = operation.target();
      if (target != null && operation.movesUnits()) {
        moving.add(target);
      }
    }
    Map<BookingId, StoredBooking> before = byId(BookingReader.read(handle, moving));
    TreeSet<CounterKey> keys = new TreeSet<>(known.counters());
    for (Operation<?> operation : operations) {
      BookingId target = operation.target();
      keys.addAll(operation.counters(target == null ? null : before.get(target)));
    }
    List<Counter> rows = CounterTable.read(handle, keys, locking);
    if (locking == Locking.SKIP) {
      keys.retainAll(rows.stream().map(Counter::key).toList());
    }
    return new LockedCounters(keys, rows);
  }

  private Map<BookingId, StoredBooking> lockTargets() {
    Set<BookingId> targets = new HashSet<>();
    for (Operation<?> operation : operations) {
      BookingId target = operation.target();
      if (target != null) {
        targets.add(target);
      }
    }
    return byId(BookingReader.lock(handle, targets, locking == Locking.WAIT));
  }

  private List<HoldKey> holdKeys() {
    List<HoldKey> keys = new ArrayList<>();
    for (Operation<?> operation : operations) {
      @Nullable HoldKey key = operation.holdKey();
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static Map<BookingId, StoredBooking> byId(List<StoredBooking> bookings) {
    Map<BookingId, StoredBooking> byId = new HashMap<>();
    bookings.forEach(stored -> byId.put(stored.booking().id(), stored));
    return byId;
  }
}
