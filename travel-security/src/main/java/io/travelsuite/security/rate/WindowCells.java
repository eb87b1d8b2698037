package io.travelsuite.security.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * {@link Algorithm#FIXED_WINDOW}. A cell holds the number of a window, since the table was made,
 * and in its last 30 bits what was used of it.
 */
final class WindowCells extends Cells {

  private static final int USED_BITS = 30;
  private static final long USED = (1L << USED_BITS) - 1;

  private final RateRule rule;
  private final long length;
  private final AtomicLongArray cells;

  WindowCells(RateRule rule, int bytes) {
    super(count(bytes, Long.BYTES));
    this.rule = rule;
    length = rule.window().toNanos();
    cells = new AtomicLongArray(count(bytes, Long.BYTES));
  }

  @Override
  Decision take(long hash, int cost, long now) {
    int cell = cell(hash);
    while (true) {
      long state = cells.get(cell);
      // another thread may have seen the next window begin already
      long window = Math.max(now / length, state >>> USED_BITS);
      long used = state >>> USED_BITS == window ? state & USED : 0;
      long left = rule.limit() - used;
      Duration end = Duration.ofNanos((window + 1) * length - now);
      if (cost > left) {
        return Decision.denied(rule, left, end, end);
      }
      if (cells.compareAndSet(cell, state, window << USED_BITS | (used + cost))) {
        return Decision.allowed(rule, left - cost, end);
      }
    }
  }
}
