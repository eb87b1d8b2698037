package io.travelsuite.jdbc;

import io.travelsuite.security.rate.RateRule;
import java.nio.ByteBuffer;

/**
 * What was taken of a rule, by parts of its window: never more than the limit in any window,
 * wherever that begins. A window touches one part more than it has; so that what these hold
 * together is kept within the limit. Immutable.
 */
final class WindowParts {

  private static final int MOST_PARTS = 60;
  private static final long SHORTEST_MICROS = 100_000;

  private final long width;
  private final int limit;

  /** The last part that was written, since 1970. */
  private final long last;

  /** What was taken in it, and in those before it. */
  private final int[] taken;

  private WindowParts(long width, int limit, long last, int[] taken) {
    this.width = width;
    this.limit = limit;
    this.last = last;
    this.taken = taken;
  }

  /** As they were stored, or nothing. */
  static WindowParts of(RateRule rule, byte[] stored) {
    long window = rule.window().toNanos() / 1000;
    int parts = (int) Math.min(MOST_PARTS, window / SHORTEST_MICROS);
    int[] taken = new int[parts + 1];
    long width = (window + parts - 1) / parts;
    if (stored.length == 0) {
      return new WindowParts(width, rule.limit(), 0, taken);
    }
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    long last = bytes.getLong();
    bytes.asIntBuffer().get(taken, 0, Math.min(taken.length, bytes.remaining() / Integer.BYTES));
    return new WindowParts(width, rule.limit(), last, taken);
  }

  byte[] stored() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES * taken.length);
    bytes.putLong(last);
    bytes.asIntBuffer().put(taken);
    return bytes.array();
  }

  /** The same, seen from a moment: what does not count any more is left out. */
  WindowParts at(long micros) {
    long now = Math.max(micros / width, last); // never back
    int[] moved = new int[taken.length];
    long by = now - last;
    for (int at = 0; at + by < taken.length; at++) {
      moved[(int) (at + by)] = taken[at];
    }
    return new WindowParts(width, limit, now, moved);
  }

  /** The part that these are seen from. */
  long part() {
    return last;
  }

  int left() {
    long sum = 0;
    for (int one : taken) {
      sum += one;
    }
    return (int) Math.max(0, limit - sum);
  }

  WindowParts take(int units) {
    int[] next = taken.clone();
    next[0] += units;
    return new WindowParts(width, limit, last, next);
  }

  /** Puts back what was taken in a part and never used. */
  WindowParts giveBack(long part, int units) {
    long at = last - part;
    if (at < 0 || at >= taken.length) {
      return this;
    }
    int[] next = taken.clone();
    next[(int) at] = Math.max(0, next[(int) at] - units);
    return new WindowParts(width, limit, last, next);
  }

  /** When the part ends, in microseconds since 1970. */
  long partEnds() {
    return (last + 1) * width;
  }

  /** When so many will be left, if nobody takes any; in microseconds since 1970. */
  long leftAgain(int units) {
    long left = left();
    int oldest = taken.length - 1;
    while (left < units && oldest >= 0) {
      left += taken[oldest--];
    }
    return (last + taken.length - oldest - 1) * width;
  }

  /** When nothing of it counts any more, in microseconds since 1970. */
  long staleAt() {
    return (last + taken.length) * width;
  }
}
