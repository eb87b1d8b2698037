package io.travelsuite.security.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * {@link Algorithm#GCRA}. A cell holds the theoretical arrival time: the moment at which all is
 * there again. One that has passed says nothing, as the zeros of a new table do.
 */
final class GcraCells extends Cells {

  private final RateRule rule;
  private final long interval;
  private final long tolerance;
  private final double perNano;
  private final AtomicLongArray cells;

  GcraCells(RateRule rule, int bytes) {
    super(count(bytes, Long.BYTES));
    this.rule = rule;
    long window = rule.window().toNanos();
    int limit = Math.max(1, rule.limit());
    interval = (window + limit - 1) / limit; // rounded up: never more than the limit
    tolerance = interval * limit;
    perNano = 1.0 / interval;
    cells = new AtomicLongArray(count(bytes, Long.BYTES));
  }

  @Override
  Decision take(long hash, int cost, long now) {
    int cell = cell(hash);
    while (true) {
      long arrival = cells.get(cell);
      long debt = Math.max(arrival - now, 0);
      long next = debt + cost * interval;
      if (next > tolerance) {
        long left = units(Math.max(tolerance - debt, 0));
        Duration wait = Duration.ofNanos(next - tolerance);
        return Decision.denied(rule, left, wait, Duration.ofNanos(debt));
      }
      if (cells.compareAndSet(cell, arrival, now + next)) {
        return Decision.allowed(rule, units(tolerance - next), Duration.ofNanos(next));
      }
    }
  }

  /** Divided by the interval, without a division of longs. */
  private long units(long nanos) {
    long about = (long) (nanos * perNano); // off by one at most: there are fewer than 2^53
    long over = about * interval - nanos;
    return over > 0 ? about - 1 : over <= -interval ? about + 1 : about;
  }
}
