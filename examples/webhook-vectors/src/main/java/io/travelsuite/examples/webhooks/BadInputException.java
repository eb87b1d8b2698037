package io.travelsuite.examples.webhooks;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read or is no vector file. */
final class BadInputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BadInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
