package io.travelsuite.schedule;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookingId;
import org.jspecify.annotations.Nullable;

/**
 * Which of the bookings of an occurrence are dealt with in one call: the next some, by booking id.
 *
 * @param most how many at most, 1 to 1,000
 * @param after those after this one, or null from the first
 */
public record Batch(int most, @Nullable BookingId after) {

  /** Checks the range. */
  public Batch {
    unless(most >= 1 && most <= 1_000, "most", most, "must be 1 to 1,000");
  }

  /**
   * {@return the first batch}
   *
   * @param most how many at most, 1 to 1,000
   */
  public static Batch of(int most) {
    return new Batch(most, null);
  }
}
