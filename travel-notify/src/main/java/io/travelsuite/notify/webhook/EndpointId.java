package io.travelsuite.notify.webhook;

import java.util.UUID;

/**
 * Identifies an endpoint of a partner.
 *
 * @param value the UUID; the library makes version 7
 */
public record EndpointId(UUID value) {

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
