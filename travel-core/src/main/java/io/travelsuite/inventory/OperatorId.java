package io.travelsuite.inventory;

import io.travelsuite.UuidText;
import java.util.UUID;

/**
 * Identifies an operator: a tenant, who sells.
 *
 * @param value the UUID; the library makes version 7, and takes any
 */
public record OperatorId(UUID value) {

  /**
   * {@return the id with that text form}
   *
   * @param text a UUID in its 36 character form
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static OperatorId of(String text) {
    return new OperatorId(UuidText.of(text));
  }

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
