package io.travelsuite.jdbc;

import io.travelsuite.booking.Bookings;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What bookings and inventory were told by the builder.
 *
 * @param clock in place of the database's, or null
 * @param longestHold how long a hold may last in all
 * @param customers how customers are kept
 * @param measures of bookings, or null where nobody keeps them
 */
record Settings(
    @Nullable Clock clock,
    Duration longestHold,
    CustomerKeeping customers,
    @Nullable BookingMeasures measures) {

  /** Bookings that are measured where somebody keeps it. */
  Bookings measured(Bookings bookings) {
    return measures == null ? bookings : new MeasuredBookings(bookings, measures);
  }
}
