package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ChangeResult;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.UnitSelection;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Swaps lines of a booking that is HELD or CONFIRMED. */
final class ChangeOperation extends BookingOperation<ChangeResult> {

  private final LineChange change;

  ChangeOperation(BookingId id, LineChange change) {
    super(id, ChangeResult.class);
    this.change = change;
  }

  @Override
  public boolean movesUnits() {
    return true;
  }

  @Override
  public SortedSet<CounterKey> counters(@Nullable StoredBooking known) {
    SortedSet<CounterKey> keys = super.counters(known);
    keys.addAll(change.counters());
    return keys;
  }

  @Override
  public Sale sale() {
    return change.added().sale();
  }

  @Override
  Decision<ChangeResult> decide(StoredBooking stored, Booking seen, Instant now) {
    boolean open = seen.state() == BookingState.HELD || seen.state() == BookingState.CONFIRMED;
    if (!open || change.givesBackUsedUnit(seen)) {
      return wrongState(seen);
    }
    if (change.refusal() != null) {
      return answer(change.refusal());
    }
    List<BookedLine> lines = change.apply(stored);
    BookingState state =
        seen.state() == BookingState.HELD
            ? BookingState.HELD
            : new Units(lines, UnitSelection.all()).soldState();
    Booking changed = Revision.of(seen).state(state).lines(lines).next();
    return write(Transition.of(stored, changed, EventType.BOOKING_CHANGED), Changed::new);
  }
}
