package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A booking's step from one version to the next; what it moves and writes follows from the two.
 *
 * @param before what is stored, or null for a new booking
 * @param after the booking one version on
 * @param type the event's type
 * @param origin what is stored of the request that made it
 * @param takingBefore what it took before
 * @param takingAfter what it takes after
 */
record Transition(
    @Nullable StoredBooking before,
    Booking after,
    EventType type,
    Origin origin,
    Taking takingBefore,
    Taking takingAfter) {

  static Transition made(Booking booking, Origin origin) {
    return new Transition(
        null, booking, EventType.BOOKING_HELD, origin, Taking.NOTHING, Taking.of(booking));
  }

  static Transition of(StoredBooking before, Booking after, EventType type) {
    return new Transition(
        before, after, type, before.origin(), Taking.of(before.booking()), Taking.of(after));
  }

  static Transition expiry(StoredBooking hold) {
    Booking expired = Revision.of(hold.booking()).state(BookingState.EXPIRED).next();
    return of(hold, expired, EventType.BOOKING_EXPIRED);
  }

  /** What would undo what it moves; never written. */
  Transition reversed() {
    return new Transition(before, after, type, origin, takingAfter, takingBefore);
  }

  /** The same with other lines in the booking after it. */
  Transition lines(List<BookedLine> lines) {
    Booking seated = Revision.of(after).lines(lines).unchangedVersion();
    return new Transition(before, seated, type, origin, takingBefore, Taking.of(seated));
  }

  @Nullable Booking bookingBefore() {
    return before == null ? null : before.booking();
  }

  /** The counters to lock: all it takes before or after, if it moves a unit or a seat at all. */
  SortedSet<CounterKey> counters() {
    TreeSet<CounterKey> keys = new TreeSet<>();
    if (!takingBefore().equals(takingAfter())) {
      keys.addAll(takingBefore().units().keySet());
      keys.addAll(takingAfter().units().keySet());
    }
    return keys;
  }

  /** The lines that it adds. */
  List<BookedLine> addedLines() {
    int first = before == null ? 0 : before.nextLine();
    return after.lines().stream().filter(line -> line.number() >= first).toList();
  }

  /** How many rows of travel_line the booking has after it. */
  int lineRowsAfter() {
    int there = before == null ? 0 : before.lineRows();
    int promo = before == null && after.promo() != null ? 1 : 0;
    return there + LineTable.rows(addedLines()) + promo;
  }
}
