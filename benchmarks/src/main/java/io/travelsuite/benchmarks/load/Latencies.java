package io.travelsuite.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies of many callers, in microseconds up to ten minutes, within 0.1 %. Thread-safe. */
public final class Latencies {

  private static final long MOST = TimeUnit.MINUTES.toMicros(10);

  private final Histogram histogram = new ConcurrentHistogram(MOST, 3);

  /** Records what went by between two readings of {@link System#nanoTime()}. */
  public void record(long from, long to) {
    histogram.recordValue(Math.min(MOST, Math.max(0, to - from) / 1_000));
  }

  public void reset() {
    histogram.reset();
  }

  public Histogram histogram() {
    return histogram.copy();
  }
}
