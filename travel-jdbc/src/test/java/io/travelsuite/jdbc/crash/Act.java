package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;

/** What is done when the connection is cut: one transition each. */
public enum Act {
  HOLD,
  HOLD_WITH_KEY,
  EXTEND,
  CONFIRM,
  TAKE_ANOTHER_UNIT,
  CANCEL_ONE_UNIT;

  private static final int UNITS = 3;

  /** Whether it is about a booking that is there already. */
  private boolean needsBooking() {
    return this != HOLD && this != HOLD_WITH_KEY;
  }

  /** Makes the booking that it is about; null if it makes one itself. */
  public BookingId prepare(Bookings bookings, OccurrenceId occurrence) {
    if (!needsBooking()) {
      return null;
    }
    BookingId id = bookings.hold(HoldRequest.of(occurrence, UNITS)).orElseThrow().id();
    if (this == CANCEL_ONE_UNIT || this == TAKE_ANOTHER_UNIT) {
      bookings.confirm(id, "paid").orElseThrow();
    }
    return id;
  }

  /** Does it. */
  public Booking perform(Bookings bookings, OccurrenceId occurrence, BookingId prepared) {
    HoldRequest request = HoldRequest.of(occurrence, UNITS);
    return switch (this) {
      case HOLD -> bookings.hold(request).orElseThrow();
      case HOLD_WITH_KEY -> bookings.hold(request.key(occurrence.toString())).orElseThrow();
      case EXTEND -> bookings.extend(prepared, Duration.ofMinutes(30)).orElseThrow();
      case CONFIRM -> bookings.confirm(prepared, "paid").orElseThrow();
      case TAKE_ANOTHER_UNIT ->
          bookings.change(prepared, Change.add(Line.of(occurrence, 1))).orElseThrow();
      case CANCEL_ONE_UNIT -> cancelOneUnit(bookings, prepared);
    };
  }

  private static Booking cancelOneUnit(Bookings bookings, BookingId id) {
    Booking booking = bookings.find(id).orElseThrow();
    int place = booking.lines().get(0).units().indexOf(UnitState.ACTIVE);
    return bookings.cancel(id, UnitSelection.of(0, place)).orElseThrow();
  }
}
