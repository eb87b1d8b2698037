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
  private final AtomicLongArray cells;

  GcraCells(RateRule rule, int bytes) {
    super(count(bytes, Long.BYTES));
    this.rule = rule;
    long window = rule.window().toNanos();
    int limit = Math.max(1, rule.limit());
    interval = (window + limit - 1) / limit; // rounded up: never more than the limit
    tolerance = interval * limit;
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
        long left = (tolerance - debt) / interval;
        Duration wait = Duration.ofNanos(next - tolerance);
        return Decision.denied(rule, Math.max(left, 0), wait, Duration.ofNanos(debt));
      }
      if (cells.compareAndSet(cell, arrival, now + next)) {
        return Decision.allowed(rule, (tolerance - next) / interval, Duration.ofNanos(next));
      }
    }
  }
}
