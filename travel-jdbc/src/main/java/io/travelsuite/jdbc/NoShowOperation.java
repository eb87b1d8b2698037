package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.MarkedNoShow;
import io.travelsuite.booking.NoShowResult;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import java.time.Instant;

/** CONFIRMED to NO_SHOW. */
final class NoShowOperation extends BookingOperation<NoShowResult> {

  NoShowOperation(BookingId id) {
    super(id, NoShowResult.class);
  }

  @Override
  Decision<NoShowResult> decide(StoredBooking stored, Booking seen, Instant now) {
    if (seen.state() == BookingState.NO_SHOW) {
      return answer(new MarkedNoShow(seen));
    }
    boolean used = Units.of(seen, UnitSelection.all()).any(UnitState.REDEEMED);
    if (seen.state() != BookingState.CONFIRMED || used) {
      return wrongState(seen);
    }
    Booking noShow = Revision.of(seen).state(BookingState.NO_SHOW).next();
    return write(Transition.of(stored, noShow, EventType.BOOKING_NO_SHOW), MarkedNoShow::new);
  }
}
