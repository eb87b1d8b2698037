package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to stop trying, and how long to wait in between: doubling from 1 ms to 128 ms, half of it by
 * chance, so that those who met do not meet again.
 */
final class Retry {

  private static final int MOST_DOUBLINGS = 7;

  private final long deadline;
  private int tries;

  Retry(Duration patience) {
    deadline = System.nanoTime() + patience.toNanos();
  }

  /** Waits before another try, or throws what to give up with. */
  void pauseAfter(SQLException failure) {
    if (System.nanoTime() >= deadline) {
      throw Failure.outOfTries(failure);
    }
    long most = 1_000_000L << Math.min(tries++, MOST_DOUBLINGS);
    try {
      Thread.sleep(
          Duration.ofNanos(most / 2 + ThreadLocalRandom.current().nextLong(most / 2)).toMillis(),
          ThreadLocalRandom.current().nextInt(1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while waiting to try again", true, failure);
    }
  }
}
