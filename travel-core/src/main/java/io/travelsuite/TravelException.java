package io.travelsuite;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The root of every exception the library throws on purpose.
 *
 * <p>An exception means a bug, bad input or broken infrastructure; a business refusal is a value.
 */
public abstract class TravelException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception with a message that says what to do next.
   *
   * @param message what happened and what to do
   * @param cause what was met below, or null
   */
  protected TravelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
