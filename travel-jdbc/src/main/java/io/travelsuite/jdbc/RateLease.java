package io.travelsuite.jdbc;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Units of one part of a window, for this JVM to give out until the part ends. Thread-safe: what
 * was given out and what was left when it ended are what was granted.
 *
 * @param part the part of the window that they were taken from
 * @param granted how many
 * @param ends when it ends, by System.nanoTime
 * @param roomLeft what was left in the database for others
 * @param again how long after the end what was asked for may be there again, in nanoseconds
 * @param left what is left of it; negative once it was ended
 */
record RateLease(long part, int granted, long ends, long roomLeft, long again, AtomicLong left) {

  private static final long ENDED = Long.MIN_VALUE / 2;

  /** None at all, and long over. */
  static RateLease none(long now) {
    return new RateLease(0, 0, now, 0, 0, new AtomicLong(ENDED));
  }

  /** Takes units if they are there. What is taken when the lease is over is not given out. */
  boolean take(int cost) {
    long before = left.get();
    while (before >= cost) {
      if (left.compareAndSet(before, before - cost)) {
        return open(System.nanoTime());
      }
      before = left.get();
    }
    return false;
  }

  boolean open(long now) {
    return now - ends < 0;
  }

  /** Ends it; what was never given out, at the first call. */
  int end() {
    return (int) Math.max(0, left.getAndSet(ENDED));
  }

  /** What may yet be given out here. */
  long leftHere() {
    return Math.max(0, left.get());
  }
}
