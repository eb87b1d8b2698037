package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ExtendResult;
import io.travelsuite.booking.Extended;
import io.travelsuite.booking.LifetimeCapReached;
import java.time.Duration;
import java.time.Instant;

/** Moves the expiry of a hold, never past its cap and never nearer. */
final class ExtendOperation extends BookingOperation<ExtendResult> {

  private final Duration lifetime;

  ExtendOperation(BookingId id, Duration lifetime) {
    super(id, ExtendResult.class);
    this.lifetime = lifetime;
  }

  @Override
  Decision<ExtendResult> decide(StoredBooking stored, Booking seen, Instant now) {
    Instant expiresAt = seen.expiresAt();
    if (seen.state() != BookingState.HELD || expiresAt == null) {
      return wrongState(seen);
    }
    if (!expiresAt.isBefore(seen.extendableUntil())) {
      return answer(new LifetimeCapReached(seen));
    }
    Instant wanted = UtcTime.stored(now.plus(lifetime));
    Instant later = wanted.isBefore(seen.extendableUntil()) ? wanted : seen.extendableUntil();
    if (!later.isAfter(expiresAt)) {
      return answer(new Extended(seen));
    }
    Booking extended = Revision.of(seen).expiresAt(later).next();
    return write(Transition.of(stored, extended, EventType.BOOKING_EXTENDED), Extended::new);
  }
}
