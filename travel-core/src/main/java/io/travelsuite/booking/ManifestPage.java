package io.travelsuite.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a manifest.
 *
 * @param bookings the bookings, whole, by id
 * @param next what to give to {@link ManifestRequest#after(BookingId)} for the next page, or null
 *     when there is none
 */
public record ManifestPage(List<Booking> bookings, @Nullable BookingId next) {

  /** Copies the list. */
  public ManifestPage {
    bookings = List.copyOf(bookings);
  }
}
