package io.travelsuite.examples.server.catalogue;

import io.travelsuite.sale.FareUnit;

/**
 * A fare unit as people read of it.
 *
 * @param fare the fare unit, as the terms of sale have it
 * @param name what people read
 * @param kind for whom it is
 * @param people how many people come with one
 */
public record Unit(FareUnit fare, String name, Kind kind, int people) {

  /** For whom a unit is, in OCTO's words. */
  public enum Kind {
    /** A grown-up. */
    ADULT,
    /** A child. */
    CHILD,
    /** A room, a car, anything that is not a person. */
    OTHER
  }

  /** {@return the fare unit's code} */
  public String code() {
    return fare.code();
  }
}
