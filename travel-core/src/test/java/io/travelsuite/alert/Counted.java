package io.travelsuite.alert;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Metrics by name. */
final class Counted implements Metrics {

  final Map<String, Long> counts = new TreeMap<>();
  final Map<String, Double> levels = new TreeMap<>();

  @Override
  public synchronized void count(Metric metric, long more) {
    counts.merge(metric.name(), more, Long::sum);
  }

  @Override
  public void time(Metric metric, Duration took) {
    throw new AssertionError();
  }

  @Override
  public synchronized void gauge(Metric metric, double value) {
    levels.put(metric.name(), value);
  }
}
