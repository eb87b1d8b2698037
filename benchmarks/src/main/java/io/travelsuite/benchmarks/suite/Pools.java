package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.sale.Strategy;
import java.util.Map;
import java.util.TreeMap;

/** The number of connections that suits each strategy best, by departures. */
final class Pools {

  private final Map<String, Map<String, Integer>> best = new TreeMap<>();

  void set(Strategy strategy, int occurrences, int connections) {
    best.computeIfAbsent(strategy.name(), s -> new TreeMap<>())
        .put(String.valueOf(occurrences), connections);
  }

  /** The best for that many departures, or the usual; never more than there are callers. */
  int of(Strategy strategy, int occurrences, int threads) {
    Integer found = best.getOrDefault(strategy.name(), Map.of()).get(String.valueOf(occurrences));
    int connections = found == null ? strategy.usualPool() : found;
    return strategy.poolMatters() ? Math.min(connections, threads) : connections;
  }

  /** What was found, for the report. */
  Map<String, Map<String, Integer>> found() {
    return best;
  }
}
