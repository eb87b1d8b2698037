package io.travelsuite;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The tables in the database are not the ones this version of the library works with: migrate, or
 * use the library's version that matches. Thrown when the library is built, never later.
 */
public final class SchemaMismatchException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A mismatch found when the library was built.
   *
   * @param message what was found, what was expected and what to do
   * @param cause the driver's exception, or null
   */
  public SchemaMismatchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
