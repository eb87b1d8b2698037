package io.travelsuite.security.erasure;

import io.travelsuite.TravelException;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The journal of erasures can't be written or read, or a line of it was altered. Nothing was erased
 * by a call that throws this.
 */
public final class JournalException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  JournalException(String message, @Nullable IOException cause) {
    super(message, cause);
  }
}
