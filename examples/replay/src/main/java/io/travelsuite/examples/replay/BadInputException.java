package io.travelsuite.examples.replay;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A file, a folder or a database that the user named and that cannot be used. The message is all
 * that the user is shown; for a row it names the file, the line and the field.
 */
final class BadInputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BadInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
