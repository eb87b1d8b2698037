package io.travelsuite.booking;

import io.travelsuite.UuidText;
import java.util.UUID;

/**
 * Identifies a booking; a client may choose it, which makes its hold safe to repeat.
 *
 * @param value the UUID; the library makes version 7, and takes any
 */
public record BookingId(UUID value) {

  /**
   * {@return the id with that text form}
   *
   * @param text a UUID in its 36 character form
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static BookingId of(String text) {
    return new BookingId(UuidText.of(text));
  }

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
