package io.travelsuite.examples.seatmap;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A file or a label that the user named and that cannot be used; the message is all he is shown.
 */
final class BadInputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BadInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
