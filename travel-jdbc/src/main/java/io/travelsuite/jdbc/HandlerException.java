package io.travelsuite.jdbc;

import io.travelsuite.TravelException;
import java.io.Serial;

/** What a handler threw, on its way out of the transaction, which it undoes; never tried again. */
final class HandlerException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  HandlerException(Exception cause) {
    super("a handler failed", cause);
  }
}
