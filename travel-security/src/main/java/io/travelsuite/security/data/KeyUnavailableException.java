package io.travelsuite.security.data;

import io.travelsuite.TravelException;
import java.io.Serial;

/**
 * A data key can't be wrapped or unwrapped. Never tells a key, nor the words of a server.
 *
 * <p>With {@link #retryable()} true whoever holds the key that encrypts keys could not be asked;
 * with false it refused: another key, another subject's, or altered.
 */
public final class KeyUnavailableException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** Whether the same may succeed later. */
  private final boolean retryable;

  /**
   * A failure.
   *
   * @param reason who says what, without a value
   * @param retryable whether the same may succeed later
   */
  public KeyUnavailableException(String reason, boolean retryable) {
    super(reason, null);
    this.retryable = retryable;
  }

  /** {@return whether the same may succeed later} */
  public boolean retryable() {
    return retryable;
  }
}
