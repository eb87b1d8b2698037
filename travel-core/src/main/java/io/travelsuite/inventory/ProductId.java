package io.travelsuite.inventory;

import io.travelsuite.UuidText;
import java.util.UUID;

/**
 * Identifies a product: what is sold.
 *
 * @param value the UUID; the library makes version 7, and takes any
 */
public record ProductId(UUID value) {

  /**
   * {@return the id with that text form}
   *
   * @param text a UUID in its 36 character form
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ProductId of(String text) {
    return new ProductId(UuidText.of(text));
  }

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
