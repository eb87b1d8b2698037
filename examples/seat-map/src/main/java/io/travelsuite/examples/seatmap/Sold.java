package io.travelsuite.examples.seatmap;

import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.seat.SeatMap;
import java.util.HashSet;
import java.util.Set;

/**
 * Which seats cannot be had.
 *
 * @param taken the labels of those that somebody has
 * @param blocked the labels of those that are not for sale
 */
record Sold(Set<String> taken, Set<String> blocked) {

  /** What a seat is. */
  enum State {
    FREE,
    TAKEN,
    BLOCKED
  }

  static Sold nothing() {
    return new Sold(Set.of(), Set.of());
  }

  State state(String label) {
    return blocked.contains(label)
        ? State.BLOCKED
        : taken.contains(label) ? State.TAKEN : State.FREE;
  }

  boolean isNothing() {
    return taken.isEmpty() && blocked.isEmpty();
  }

  /** Throws where a label is not of the map. */
  void check(SeatMap map) {
    Set<String> unknown = new HashSet<>(taken);
    unknown.addAll(blocked);
    map.labels().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new BadInputException("the map has no seat " + String.join(", ", unknown), null);
    }
  }
}
