package io.travelsuite.jdbc;

import java.util.HashMap;
import java.util.Map;

/**
 * How often something of a name happened within a minute, and how often it was too often. As many
 * names as the host has verifiers. Thread-safe.
 */
final class MinuteCounts {

  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final int most;
  private final Map<String, Count> counts = new HashMap<>();

  MinuteCounts(int most) {
    this.most = most;
  }

  private static final class Count {
    private long since;
    private int admitted;
    private long over;
  }

  /** Whether one more is within bounds; else it is counted as over. */
  synchronized boolean admits(String name, long nanoTime) {
    Count count = counts.computeIfAbsent(name, n -> new Count());
    if (count.admitted == 0 || nanoTime - count.since >= MINUTE_NANOS) {
      count.since = nanoTime;
      count.admitted = 0;
    }
    if (count.admitted >= most) {
      count.over++;
      return false;
    }
    count.admitted++;
    return true;
  }

  /** Those over since this was asked last. */
  synchronized long takeOver(String name) {
    Count count = counts.get(name);
    long over = count == null ? 0 : count.over;
    if (count != null) {
      count.over = 0;
    }
    return over;
  }

  /** The same of all names that have any. */
  synchronized Map<String, Long> takeAllOver() {
    Map<String, Long> over = new HashMap<>();
    counts.forEach(
        (name, count) -> {
          if (count.over > 0) {
            over.put(name, count.over);
            count.over = 0;
          }
        });
    return over;
  }

  /** Gives back what could not be written down. */
  synchronized void putBack(String name, long over) {
    counts.computeIfAbsent(name, n -> new Count()).over += over;
  }
}
