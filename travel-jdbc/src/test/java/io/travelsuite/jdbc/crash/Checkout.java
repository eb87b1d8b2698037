package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import java.util.function.Consumer;

/** Sells what a request asks for: a hold, then its confirmation. */
@FunctionalInterface
public interface Checkout {

  /**
   * Runs it to its end.
   *
   * @param customer is told of the booking after each step
   */
  void run(HoldRequest request, Consumer<Booking> customer);

  /** The library's: it tells what has been committed. */
  static Checkout through(Bookings bookings) {
    return (request, customer) -> {
      Booking held = bookings.hold(request).orElseThrow();
      customer.accept(held);
      customer.accept(bookings.confirm(held.id(), "paid").orElseThrow());
    };
  }
}
