package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.ReleaseResult;
import io.travelsuite.booking.Released;
import java.time.Instant;

/** HELD to EXPIRED, for the sweeper; any other state is left as it is. */
final class ExpireOperation extends BookingOperation<ReleaseResult> {

  ExpireOperation(BookingId id) {
    super(id, ReleaseResult.class);
  }

  @Override
  public boolean movesUnits() {
    return true;
  }

  @Override
  Decision<ReleaseResult> decide(StoredBooking stored, Booking seen, Instant now) {
    if (!stored.expired(now)) {
      return wrongState(seen);
    }
    Transition expiry = Transition.expiry(stored);
    return write(expiry, Released::new);
  }
}
