package io.travelsuite.examples.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The library's measurements on Micrometer. Thread-safe. */
final class MeterRegistryMetrics implements Metrics {

  private final MeterRegistry registry;
  private final Map<Metric, AtomicLong> levels = new ConcurrentHashMap<>();

  MeterRegistryMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void count(Metric metric, long more) {
    registry.counter(metric.name(), tags(metric)).increment((double) more);
  }

  @Override
  public void time(Metric metric, Duration took) {
    registry.timer(metric.name(), tags(metric)).record(took);
  }

  @Override
  public void gauge(Metric metric, double value) {
    levels.computeIfAbsent(metric, this::level).set(Double.doubleToLongBits(value));
  }

  private AtomicLong level(Metric metric) {
    AtomicLong bits = new AtomicLong();
    Gauge.builder(metric.name(), bits, held -> Double.longBitsToDouble(held.get()))
        .tags(tags(metric))
        .register(registry);
    return bits;
  }

  private static List<Tag> tags(Metric metric) {
    return metric.labels().entrySet().stream()
        .map(label -> Tag.of(label.getKey(), label.getValue()))
        .toList();
  }
}
