package io.travelsuite.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What one run measured.
 *
 * @param value how much, in the unit of its benchmark
 * @param p50Ms the median latency of a caller
 * @param p99Ms what 99 % of callers did not exceed
 */
public record Sample(double value, double p50Ms, double p99Ms) {

  /** A value with the latencies of a histogram of microseconds. */
  public static Sample of(double value, Histogram micros) {
    return new Sample(
        value, micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(99) / 1e3);
  }
}
