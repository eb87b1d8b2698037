package io.travelsuite.security.session;

import java.util.UUID;

/**
 * Names a session in a list, to end it by; stays the same when what the cookie holds changes. Not
 * secret, and nobody is let in by it.
 *
 * @param value the UUID
 */
public record SessionId(UUID value) {

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
