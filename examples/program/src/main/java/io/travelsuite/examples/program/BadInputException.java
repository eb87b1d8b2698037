package io.travelsuite.examples.program;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A file, a folder or a database that the user named and that cannot be used. The message is all
 * that the user is shown; for a row it names the file, the line and the field.
 */
public class BadInputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Bad input.
   *
   * @param message what the user is told
   * @param cause what made it so, or null
   */
  public BadInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
