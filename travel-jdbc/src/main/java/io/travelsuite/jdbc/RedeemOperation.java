package io.travelsuite.jdbc;

import io.travelsuite.booking.AlreadyRedeemed;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.RedeemResult;
import io.travelsuite.booking.Redeemed;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import java.time.Instant;

/** Marks units used, each once; CONFIRMED to REDEEMED with the last. */
final class RedeemOperation extends BookingOperation<RedeemResult> {

  private final UnitSelection selection;

  RedeemOperation(BookingId id, UnitSelection selection) {
    super(id, RedeemResult.class);
    this.selection = selection;
  }

  @Override
  Decision<RedeemResult> decide(StoredBooking stored, Booking seen, Instant now) {
    boolean sold = seen.state() == BookingState.CONFIRMED || seen.state() == BookingState.REDEEMED;
    if (!sold) {
      return wrongState(seen);
    }
    Units units = Units.of(seen, selection);
    if (units.anyNamed(UnitState.REDEEMED)) {
      return answer(new AlreadyRedeemed(seen));
    }
    if (units.anyNamed(UnitState.CANCELLED)) {
      return wrongState(seen);
    }
    if (!units.any(UnitState.ACTIVE)) {
      return units.any(UnitState.REDEEMED) ? answer(new AlreadyRedeemed(seen)) : wrongState(seen);
    }
    Units left = units.set(UnitState.REDEEMED);
    BookingState state = left.soldState();
    Booking redeemed = Revision.of(seen).state(state).lines(left.lines()).next();
    boolean all = state == BookingState.REDEEMED;
    EventType type = all ? EventType.BOOKING_REDEEMED : EventType.BOOKING_UNIT_REDEEMED;
    return write(Transition.of(stored, redeemed, type), Redeemed::new);
  }
}
