package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.OccurrenceId;

/**
 * A departure that is on sale.
 *
 * @param departure what the feed says
 * @param id its occurrence
 */
record Run(Departure departure, OccurrenceId id) {

  /** As people know it. */
  String name() {
    return "trip " + departure.tripId() + " of " + departure.serviceDate();
  }
}
