package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is left of an occurrence's pools on a run of legs. */
final class LegsLeft {

  private final OccurrenceId occurrence;
  private final LegRange legs;
  private final Map<CounterKey, FoundOccurrence.Left> counters = new HashMap<>();

  LegsLeft(FoundOccurrence found, LegRange legs) {
    occurrence = found.row().occurrence().id();
    this.legs = legs;
    for (FoundOccurrence.Left left : found.counters()) {
      if (legs.covers(left.leg())) {
        counters.put(new CounterKey(occurrence, left.pool(), left.leg()), left);
      }
    }
  }

  /** By pool, the units free where they are fewest, never negative. */
  Map<String, Integer> least(Set<String> pools, Withheld withheld) {
    Map<String, Integer> least = new HashMap<>();
    for (String pool : pools) {
      int fewest = Integer.MAX_VALUE;
      for (int leg = legs.from(); leg < legs.to(); leg++) {
        CounterKey key = new CounterKey(occurrence, pool, leg);
        FoundOccurrence.Left left = counters.get(key);
        int free = left == null ? 0 : left.sellable() - left.taken();
        fewest = Math.min(fewest, free - withheld.at(key, this::taken));
      }
      least.put(pool, Math.max(0, fewest));
    }
    return least;
  }

  private int taken(CounterKey key) {
    FoundOccurrence.Left left = counters.get(key);
    return left == null ? 0 : left.taken();
  }
}
