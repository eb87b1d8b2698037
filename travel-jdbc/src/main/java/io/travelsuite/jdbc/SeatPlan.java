package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import java.util.List;

/**
 * Where a party sits.
 *
 * @param passengers for each one the seats from first leg to last, in the order of the ride;
 *     neighbours come one after the other
 */
record SeatPlan(List<List<Run>> passengers) implements SeatChoice {

  /** A seat over a run of legs. */
  record Run(String label, LegRange legs) {}

  SeatPlan {
    passengers = passengers.stream().map(List::copyOf).toList();
  }

  /** How often somebody changes seats on the way. */
  int changes() {
    return passengers.stream().mapToInt(runs -> runs.size() - 1).sum();
  }

  /** The seats where nobody changes, one a passenger. */
  List<String> labels() {
    if (changes() > 0) {
      throw new IllegalStateException("somebody changes seats: " + passengers);
    }
    return passengers.stream().map(runs -> runs.get(0).label()).toList();
  }
}
