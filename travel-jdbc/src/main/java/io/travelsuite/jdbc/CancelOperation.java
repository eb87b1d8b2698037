package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.CancelResult;
import io.travelsuite.booking.Cancelled;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import java.time.Instant;

/** CONFIRMED to CANCELLED, or some of its units given back. */
final class CancelOperation extends BookingOperation<CancelResult> {

  private final UnitSelection selection;

  CancelOperation(BookingId id, UnitSelection selection) {
    super(id, CancelResult.class);
    this.selection = selection;
  }

  @Override
  public boolean movesUnits() {
    return true;
  }

  @Override
  Decision<CancelResult> decide(StoredBooking stored, Booking seen, Instant now) {
    if (seen.state() == BookingState.CANCELLED) {
      return answer(new Cancelled(seen));
    }
    Units units = Units.of(seen, selection);
    boolean used = units.any(UnitState.REDEEMED);
    if (!used && !units.any(UnitState.ACTIVE)) {
      return answer(new Cancelled(seen)); // by an earlier call, whatever became of the others
    }
    if (used || seen.state() != BookingState.CONFIRMED) {
      return wrongState(seen);
    }
    Units left = units.set(UnitState.CANCELLED);
    BookingState state = left.soldState();
    Booking cancelled = Revision.of(seen).state(state).lines(left.lines()).next();
    EventType type =
        state == BookingState.CANCELLED ? EventType.BOOKING_CANCELLED : EventType.BOOKING_REDUCED;
    return write(Transition.of(stored, cancelled, type), Cancelled::new);
  }
}
