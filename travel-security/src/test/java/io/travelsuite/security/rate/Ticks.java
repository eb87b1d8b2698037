package io.travelsuite.security.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Nanoseconds that pass when a test says so. */
final class Ticks implements LongSupplier {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // a nanoTime may be anything

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }
}
