package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ReleaseResult;
import io.travelsuite.booking.Released;
import java.time.Instant;

/** HELD to RELEASED. */
final class ReleaseOperation extends BookingOperation<ReleaseResult> {

  ReleaseOperation(BookingId id) {
    super(id, ReleaseResult.class);
  }

  @Override
  public boolean movesUnits() {
    return true;
  }

  @Override
  Decision<ReleaseResult> decide(StoredBooking stored, Booking seen, Instant now) {
    if (seen.state() == BookingState.RELEASED) {
      return answer(new Released(seen));
    }
    if (seen.state() != BookingState.HELD) {
      return wrongState(seen);
    }
    Booking released = Revision.of(seen).state(BookingState.RELEASED).next();
    return write(Transition.of(stored, released, EventType.BOOKING_RELEASED), Released::new);
  }
}
