package io.travelsuite.jdbc.monitor;

import io.micrometer.core.instrument.Counter;
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

/**
 * The library's measurements on Micrometer: a counter for what is counted, a timer for what takes
 * time, a gauge for what is at a level; a metric's name is the meter's, its labels are the tags.
 * Needs micrometer-core on the class path, which is an optional dependency.
 *
 * <pre>{@code
 * Metrics metrics = new MicrometerMetrics(registry);
 * JdbcTravel travel = JdbcTravel.builder(dataSource).metrics(metrics).build();
 * }</pre>
 *
 * <p>Levels are those of this object: one of these a registry. Holds as many levels as it is told
 * names and labels, of which there are few. Thread-safe, as the registry is.
 */
public final class MicrometerMetrics implements Metrics {

  private final MeterRegistry registry;
  private final Map<Metric, AtomicLong> levels = new ConcurrentHashMap<>();

  /**
   * Metrics in a registry.
   *
   * @param registry the host's
   */
  public MicrometerMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Shows what is counted as 0 until it happens, so that a rate is seen from the first time on.
   *
   * @param counted what will be told to {@link #count}
   */
  public void expect(Metric counted) {
    Counter unused = counter(counted);
  }

  @Override
  public void count(Metric metric, long more) {
    counter(metric).increment((double) more);
  }

  private Counter counter(Metric metric) {
    return registry.counter(metric.name(), tags(metric));
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
