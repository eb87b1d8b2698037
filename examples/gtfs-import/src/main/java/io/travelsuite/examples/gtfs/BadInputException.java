package io.travelsuite.examples.gtfs;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A folder or a database that the user named and that cannot be used; the message says why. */
final class BadInputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BadInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
