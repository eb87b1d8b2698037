package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.Success;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Does what follows from a key alone, so that another process knows what it asked for. */
record Customer(String key, List<OccurrenceId> occurrences) {

  /** What is held under the key. */
  HoldRequest request() {
    Random random = random();
    Line there = Line.of(occurrences.get(random.nextInt(2)), 1 + random.nextInt(2));
    return random.nextBoolean()
        ? HoldRequest.of(there).key(key)
        : HoldRequest.of(there, Line.of(occurrences.get(2), 1)).key(key);
  }

  /** Holds, and then one of five things. */
  void run(Bookings bookings, Consumer<Booking> told) {
    if (bookings.hold(request()) instanceof Success held) {
      told.accept(held.booking());
      goOn(bookings, held.booking().id(), told);
    }
  }

  private void goOn(Bookings bookings, BookingId id, Consumer<Booking> told) {
    switch (key.hashCode() & 3) {
      case 0 -> {
        tell(bookings.extend(id, Duration.ofMinutes(40)), told);
        tell(bookings.release(id), told);
      }
      case 1 -> {
        tell(bookings.confirm(id, "paid"), told);
        tell(bookings.change(id, Change.line(0, Line.of(occurrences.get(2), 1))), told);
      }
      case 2 -> {
        tell(bookings.confirm(id, "paid"), told);
        tell(bookings.cancel(id, UnitSelection.of(0, 0)), told);
      }
      default -> {
        tell(bookings.confirm(id, "paid"), told);
        tell(bookings.cancel(id), told);
      }
    }
  }

  private static void tell(BookingResult result, Consumer<Booking> told) {
    if (result instanceof Success success) {
      told.accept(success.booking());
    }
  }

  private Random random() {
    return new Random(key.hashCode());
  }
}
