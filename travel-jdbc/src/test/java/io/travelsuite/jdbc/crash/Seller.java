package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import java.util.function.Function;

/** Runs a transition in a transaction: the library's own, or a twin's. */
@FunctionalInterface
public interface Seller {

  /** What the customer is told: the booking, or null for "it failed". */
  Booking sell(Function<Bookings, Booking> transition);
}
