package io.travelsuite.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the bookings whose keys begin alike.
 *
 * @param bookings the bookings, whole, by key
 * @param next what to give to {@link KeyedRequest#after(String)} for the next page, or null when
 *     there is none
 */
public record KeyedPage(List<Booking> bookings, @Nullable String next) {

  /** Copies the list. */
  public KeyedPage {
    bookings = List.copyOf(bookings);
  }
}
