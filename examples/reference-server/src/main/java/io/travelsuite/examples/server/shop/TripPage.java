package io.travelsuite.examples.server.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of trips.
 *
 * @param trips by time
 * @param next after what to ask for the next page, or null when there is none
 */
public record TripPage(List<Trip> trips, @Nullable String next) {

  /** Copies the list. */
  public TripPage {
    trips = List.copyOf(trips);
  }
}
