package io.travelsuite.security.secret;

import io.travelsuite.TravelException;
import java.io.Serial;

/** A source of secrets can't be asked, or holds what can't be meant. Never tells a value. */
public final class SecretSourceException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A failure of a source.
   *
   * @param source which one: {@code vault}, {@code environment}
   * @param reason what is wrong, without a value and without the source's own words
   */
  public SecretSourceException(String source, String reason) {
    super(source + ": " + reason, null);
  }
}
