package io.travelsuite.metric;

import java.time.Duration;

/**
 * Where measurements go: Micrometer, OpenTelemetry, a log. Called from whatever thread did the
 * thing, by many at once: an implementation is quick and thread-safe, and does not throw. For
 * Micrometer there is one, {@code MicrometerMetrics} of travel-jdbc.
 */
public interface Metrics {

  /**
   * Something happened.
   *
   * @param metric what
   * @param more how often since it was told last, 1 or more
   */
  void count(Metric metric, long more);

  /**
   * Something took time.
   *
   * @param metric what
   * @param took how long, never negative
   */
  void time(Metric metric, Duration took);

  /**
   * Something is at a level now, and stays there until it is told again.
   *
   * @param metric what
   * @param value its level
   */
  void gauge(Metric metric, double value);

  /** {@return metrics that nobody keeps} */
  static Metrics none() {
    return new Metrics() {
      @Override
      public void count(Metric metric, long more) {
        // Nobody keeps it.
      }

      @Override
      public void time(Metric metric, Duration took) {
        // Nobody keeps it.
      }

      @Override
      public void gauge(Metric metric, double value) {
        // Nobody keeps it.
      }
    };
  }
}
