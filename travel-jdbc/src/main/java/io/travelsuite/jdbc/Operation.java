package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One call, as the engine sees it: what to lock, and what to make of what is found. */
interface Operation<R extends BookingResult> {

  /** The type of its answers. */
  Class<R> answers();

  /** The booking it is about, or null for one to be made. */
  @Nullable BookingId target();

  /** The counters to lock, given the booking as a read without lock shows it, if there is one. */
  default SortedSet<CounterKey> counters(@Nullable StoredBooking known) {
    return new TreeSet<>();
  }

  /** What it asks for, beside the terms it asks by. */
  default Sale sale() {
    return Sale.NOTHING;
  }

  /** Whether it may move units, and so wants the booking read before anything is locked. */
  default boolean movesUnits() {
    return false;
  }

  /** The key and id under which an earlier call may have done it, or null. */
  default @Nullable HoldKey holdKey() {
    return null;
  }

  /** The answer when a booking is there under the same key or id. */
  default R repeated(StoredBooking existing, Instant now) {
    throw new IllegalStateException("not an operation with a key");
  }

  /** The customer of the booking that it met last, where it is sealed: its answer lacks them. */
  @Nullable SealedCustomer sealed();

  /** What to do about the booking as it is under the lock. Pure. */
  Decision<R> decide(@Nullable StoredBooking current, Instant now);
}
