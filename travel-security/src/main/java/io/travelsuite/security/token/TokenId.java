package io.travelsuite.security.token;

import java.util.UUID;

/**
 * Names a token to those who manage it: it is not secret, and nobody is let in by it.
 *
 * @param value the UUID
 */
public record TokenId(UUID value) {

  /** {@return the UUID in its 36 character form} */
  @Override
  public String toString() {
    return value.toString();
  }
}
