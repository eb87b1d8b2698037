package io.travelsuite.security.rate;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * {@link Algorithm#SLIDING_LOG}. A cell holds the moments at which what still counts was used, in
 * order: an array that is replaced, never changed.
 */
final class LogCells extends Cells {

  /** A reference, and an array's header. */
  private static final int OVERHEAD = 8 + 16;

  private static final long[] NONE = {};

  private final RateRule rule;
  private final long length;
  private final AtomicReferenceArray<long[]> cells;

  LogCells(RateRule rule, int bytes) {
    super(count(bytes, bytesEach(rule)));
    this.rule = rule;
    length = rule.window().toNanos();
    cells = new AtomicReferenceArray<>(count(bytes, bytesEach(rule)));
  }

  private static int bytesEach(RateRule rule) {
    return OVERHEAD + Long.BYTES * rule.limit();
  }

  @Override
  Decision take(long hash, int cost, long now) {
    int cell = cell(hash);
    while (true) {
      long[] log = cells.get(cell);
      long[] live = live(log == null ? NONE : log, now);
      int left = rule.limit() - live.length;
      if (cost > left) {
        Duration wait = Duration.ofNanos(live[cost - left - 1] + length - now);
        return Decision.denied(rule, left, wait, reset(live, now));
      }
      long[] next = Arrays.copyOf(live, live.length + cost);
      // another thread may have written a later moment already
      long moment = live.length == 0 ? now : Math.max(now, live[live.length - 1]);
      Arrays.fill(next, live.length, next.length, moment);
      if (cells.compareAndSet(cell, log, next)) {
        return Decision.allowed(rule, left - cost, reset(next, now));
      }
    }
  }

  private long[] live(long[] log, long now) {
    int gone = 0;
    while (gone < log.length && log[gone] <= now - length) {
      gone++;
    }
    return gone == 0 ? log : Arrays.copyOfRange(log, gone, log.length);
  }

  private Duration reset(long[] live, long now) {
    return Duration.ofNanos(live[live.length - 1] + length - now);
  }
}
