package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A booking with what only the tables know of it.
 *
 * @param booking as stored: a hold that nobody swept is HELD even when it has expired
 * @param rowsOfLine the numbers of the rows of each line it ever had, by the line's number
 * @param origin what is stored of the request that made it
 */
record StoredBooking(Booking booking, SortedMap<Integer, List<Integer>> rowsOfLine, Origin origin) {

  /** Its customer, where it is sealed. */
  Optional<SealedCustomer> sealed() {
    return Optional.ofNullable(origin.customer());
  }

  /** The number its next line gets. */
  int nextLine() {
    return rowsOfLine.lastKey() + 1;
  }

  /** How many rows of travel_line it has. */
  int lineRows() {
    return rowsOfLine.values().stream().mapToInt(List::size).sum();
  }

  boolean expired(Instant now) {
    Instant expiresAt = booking.expiresAt();
    return booking.state() == BookingState.HELD && expiresAt != null && !expiresAt.isAfter(now);
  }

  /** As the world sees it: a hold past its time is EXPIRED. */
  Booking asOf(Instant now) {
    return expired(now)
        ? Revision.of(booking).state(BookingState.EXPIRED).unchangedVersion()
        : booking;
  }
}
