package io.travelsuite.payments.inbox;

import java.util.UUID;

/**
 * Identifies an event in the inbox.
 *
 * @param value a UUID, version 7
 */
public record InboxId(UUID value) {

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
