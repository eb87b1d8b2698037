package io.travelsuite.jdbc;

import io.travelsuite.TravelException;
import java.io.Serial;

/** An event that is too early, on its way out of the transaction, which it undoes. */
final class ParkedException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  private final String why;

  ParkedException(String why) {
    super("parked", null);
    this.why = why;
  }

  String why() {
    return why;
  }
}
