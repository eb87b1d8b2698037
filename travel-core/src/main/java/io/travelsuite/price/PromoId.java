package io.travelsuite.price;

import java.util.UUID;

/**
 * Identifies a promo code.
 *
 * @param value the UUID; the library makes version 7
 */
public record PromoId(UUID value) {

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
