package io.travelsuite.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before something is tried again: doubling; the half of it by chance, so that
 * those who failed together do not come together.
 *
 * @param first after the first try
 * @param longest what it doubles to
 */
record Backoff(Duration first, Duration longest) {

  Duration after(int tries) {
    long limit = longest.toNanos();
    long most = first.toNanos();
    for (int i = 1; i < tries && most < limit; i++) {
      most = Math.min(2 * most, limit);
    }
    return Duration.ofNanos(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }
}
