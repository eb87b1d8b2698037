package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import java.time.Instant;
import java.util.List;

/**
 * Knows of each expired hold whether it was swept, as far as that can be known: any transition may
 * have swept any hold that had expired by then. Sweeping is a transition and counts in the version.
 */
final class ModelSweeping {

  private final ModelTravel travel;

  /** Since then nothing but a sweep can have swept a hold. */
  private Instant lastTransition = Instant.MIN;

  /** How many of the holds not known to be swept were swept, by sweeps that stopped on the way. */
  private int leastUnnamed;

  private int mostUnnamed;

  ModelSweeping(ModelTravel travel) {
    this.travel = travel;
  }

  void transitionDone() {
    lastTransition = travel.now();
  }

  /** Any number between those that nothing can have swept yet and all that expired. */
  int sweep(int most) {
    unless(most >= 1 && most <= 10_000, "most", most, "must be 1 to 10,000");
    List<ModelBooking> unknown =
        travel.bookings.stream()
            .filter(booking -> booking.state(travel.now()) == BookingState.EXPIRED)
            .filter(booking -> !booking.swept)
            .toList();
    long untouched = unknown.stream().filter(booking -> !mayBeSwept(booking)).count();
    int least = (int) Math.max(0, untouched - mostUnnamed);
    int left = Math.max(0, unknown.size() - leastUnnamed);
    int count = travel.adopted.swept(Math.min(least, most), Math.min(left, most));
    leastUnnamed += count;
    mostUnnamed += count;
    if (count < most) {
      unknown.forEach(booking -> booking.swept = true);
      leastUnnamed = 0;
      mostUnnamed = 0;
    }
    return count;
  }

  /** A version one higher tells that the hold was swept, where it may have been. */
  void learn() {
    for (Booking seen : travel.adopted.bookings()) {
      travel
          .booking(seen.id())
          .filter(booking -> booking.state(travel.now()) == BookingState.EXPIRED)
          .filter(booking -> !booking.swept && seen.version() == booking.version + 1)
          .filter(booking -> mayBeSwept(booking) || mostUnnamed > 0)
          .ifPresent(this::wasSwept);
    }
  }

  private void wasSwept(ModelBooking booking) {
    booking.swept = true;
    leastUnnamed = Math.max(0, leastUnnamed - 1);
    if (!mayBeSwept(booking)) {
      mostUnnamed--;
    }
  }

  private boolean mayBeSwept(ModelBooking booking) {
    return !booking.expiresAt.isAfter(lastTransition);
  }
}
