package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.LegRange;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;

/** Parties with any origin and destination, the same for the same seed. Not thread-safe. */
final class RandomParties {

  /** Of a hundred parties, how many have a bike, and how many ask for what is not sold. */
  private static final int WITH_BIKE = 10;

  private static final int NOT_ALLOWED = 3;

  private final List<Run> runs;
  private final Random random;
  private final IdentityHashMap<Pattern, StopPairs> pairs = new IdentityHashMap<>();

  RandomParties(List<Run> runs, Random random) {
    this.runs = runs;
    this.random = random;
  }

  Party next() {
    Run run = any(runs);
    StopPairs all = pairs.computeIfAbsent(run.departure().pattern(), StopPairs::of);
    boolean allowed =
        all.notSold().isEmpty() || (happens(100 - NOT_ALLOWED) && !all.sold().isEmpty());
    LegRange legs = any(allowed ? all.sold() : all.notSold());
    return new Party(run, legs, 1 + random.nextInt(4), happens(WITH_BIKE), allowed);
  }

  /** Whether something happens that does so often in a hundred times. */
  boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
