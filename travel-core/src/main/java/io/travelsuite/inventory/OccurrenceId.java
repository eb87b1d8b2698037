package io.travelsuite.inventory;

import io.travelsuite.UuidText;
import java.util.UUID;

/**
 * Identifies an occurrence: one dated run of a product.
 *
 * @param value the UUID; the library makes version 7, and takes any
 */
public record OccurrenceId(UUID value) {

  /**
   * {@return the id with that text form}
   *
   * @param text a UUID in its 36 character form
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static OccurrenceId of(String text) {
    return new OccurrenceId(UuidText.of(text));
  }

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
