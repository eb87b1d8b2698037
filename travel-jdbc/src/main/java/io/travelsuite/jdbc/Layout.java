package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an occurrence is made of. Immutable once it is open, and so safe to keep.
 *
 * @param occurrence the occurrence
 * @param seats the labels of each pool's seats, by pool, empty for a pool without
 */
record Layout(Occurrence occurrence, Map<String, Set<String>> seats) {

  /** What it costs to keep, in rough multiples of a label. */
  int weight() {
    int labels = seats.values().stream().mapToInt(Set::size).sum();
    return 10 + labels + occurrence.stops().size() + occurrence.pools().size();
  }

  List<String> stopCodes() {
    return occurrence.stops().stream().map(Stop::code).toList();
  }
}
