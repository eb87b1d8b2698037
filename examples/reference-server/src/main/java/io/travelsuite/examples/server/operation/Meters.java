package io.travelsuite.examples.server.operation;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.event.SecurityEvents;
import java.time.Duration;
import javax.sql.DataSource;

/** Stand-in. */
public final class Meters implements Metrics {
  public void watch(DataSource dataSource) {}

  public void watch(SecurityEvents events) {}

  @Override
  public void count(Metric metric, long more) {}

  @Override
  public void time(Metric metric, Duration took) {}

  @Override
  public void gauge(Metric metric, double value) {}

  public String scrape() {
    return "";
  }
}
