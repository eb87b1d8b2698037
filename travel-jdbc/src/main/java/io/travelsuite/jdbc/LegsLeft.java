package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is left of an occurrence's pools on a run of legs. */
final class LegsLeft {

  private static final int[] NOTHING = new int[0];

  private final OccurrenceId occurrence;
  private final LegRange legs;
  private final Map<String, int[]> free = new HashMap<>();
  private final Map<String, int[]> taken = new HashMap<>();

  LegsLeft(FoundOccurrence found, LegRange legs) {
    occurrence = found.row().occurrence().id();
    this.legs = legs;
    for (FoundOccurrence.Left left : found.counters()) {
      if (legs.covers(left.leg())) {
        put(free, left, left.sellable() - left.taken());
        put(taken, left, left.taken());
      }
    }
  }

  private void put(Map<String, int[]> byPool, FoundOccurrence.Left left, int units) {
    byPool.computeIfAbsent(left.pool(), pool -> new int[legs.legs()])[left.leg() - legs.from()] =
        units;
  }

  /** By pool, the units free where they are fewest, never negative. */
  Map<String, Integer> least(Set<String> pools, Withheld withheld) {
    Map<String, Integer> least = new HashMap<>();
    for (String pool : pools) {
      int fewest = Integer.MAX_VALUE;
      for (int leg = legs.from(); leg < legs.to(); leg++) {
        CounterKey key = new CounterKey(occurrence, pool, leg);
        fewest = Math.min(fewest, at(free, key) - withheld.at(key, other -> at(taken, other)));
      }
      least.put(pool, Math.max(0, fewest));
    }
    return least;
  }

  /** What a counter says; 0 when there is none. */
  private int at(Map<String, int[]> byPool, CounterKey key) {
    int[] units = byPool.getOrDefault(key.pool(), NOTHING);
    return units.length == 0 ? 0 : units[key.leg() - legs.from()];
  }
}
