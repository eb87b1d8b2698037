package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ConfirmResult;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Confirmed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** HELD to CONFIRMED, with other units than held if wanted. */
final class ConfirmOperation extends BookingOperation<ConfirmResult> {

  /** A retry that comes late finds the booking moved on, and is answered all the same. */
  private static final Set<BookingState> WAS_CONFIRMED =
      EnumSet.of(
          BookingState.CONFIRMED,
          BookingState.CANCELLED,
          BookingState.REDEEMED,
          BookingState.NO_SHOW);

  private final Confirmation confirmation;
  private final @Nullable LineChange change;

  ConfirmOperation(BookingId id, Confirmation confirmation, @Nullable LineChange change) {
    super(id, ConfirmResult.class);
    this.confirmation = confirmation;
    this.change = change;
  }

  @Override
  public boolean movesUnits() {
    return change != null;
  }

  @Override
  public SortedSet<CounterKey> counters(@Nullable StoredBooking known) {
    SortedSet<CounterKey> keys = super.counters(known);
    if (change != null) {
      keys.addAll(change.counters());
    }
    return keys;
  }

  @Override
  public Sale sale() {
    return change == null ? Sale.NOTHING : change.added().sale();
  }

  @Override
  Decision<ConfirmResult> decide(StoredBooking stored, Booking seen, Instant now) {
    if (WAS_CONFIRMED.contains(seen.state())) {
      return answer(new Confirmed(seen));
    }
    if (seen.state() != BookingState.HELD) {
      return wrongState(seen);
    }
    if (change != null && change.refusal() != null) {
      return answer(change.refusal());
    }
    Booking confirmed =
        Revision.of(seen)
            .state(BookingState.CONFIRMED)
            .lines(change == null ? seen.lines() : change.apply(stored))
            .expiresAt(null)
            .paymentReference(confirmation.paymentReference())
            .next();
    return write(Transition.of(stored, confirmed, EventType.BOOKING_CONFIRMED), Confirmed::new);
  }
}
