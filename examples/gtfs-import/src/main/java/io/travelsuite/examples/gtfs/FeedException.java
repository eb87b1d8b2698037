package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.program.BadInputException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A feed that cannot be used. The message is all that the user needs: for a row it names the file,
 * the line, the field, what stands there and what should.
 */
final class FeedException extends BadInputException {

  @Serial private static final long serialVersionUID = 1L;

  FeedException(String message) {
    this(message, null);
  }

  FeedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
