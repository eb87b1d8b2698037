package io.travelsuite.security.monitor;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.event.SecurityEvent;
import java.util.function.Consumer;

/**
 * Counts security events as the metric {@code travel.security.events}, with the event's name as the
 * label {@code event}: a listener of {@code SecurityEvents}. Thread-safe.
 */
public final class MeteredEvents implements Consumer<SecurityEvent> {

  private final Metrics metrics;

  /**
   * Counts into metrics.
   *
   * @param metrics where it is counted
   */
  public MeteredEvents(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void accept(SecurityEvent event) {
    metrics.count(Metric.of("travel.security.events", "event", event.type().id()), 1);
  }
}
