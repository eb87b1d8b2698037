package io.travelsuite.examples.server.operation;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.travelsuite.jdbc.monitor.MicrometerMetrics;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.event.SecurityEventType;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** The library's measurements on Micrometer, in the format of Prometheus. Thread-safe. */
public final class Meters {

  private static final List<String> NEVER_YET =
      List.of(
          "travel.alert.failed",
          "travel.alert.given-up",
          "travel.alert.held-back",
          "travel.heartbeat.answered",
          "travel.heartbeat.failed",
          "travel.error.reported",
          "travel.error.sent",
          "travel.error.dropped",
          "travel.outbox.collected",
          "travel.lane.batches",
          "travel.lane.calls");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final MicrometerMetrics metrics = new MicrometerMetrics(registry);

  /** Meters of this process's memory and threads, so far. */
  public Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
  }

  /** Adds the pool of connections. */
  public void watch(DataSource dataSource) {
    try {
      HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
      pool("active", pool, HikariPoolMXBean::getActiveConnections);
      pool("idle", pool, HikariPoolMXBean::getIdleConnections);
      pool("waiting", pool, HikariPoolMXBean::getThreadsAwaitingConnection);
    } catch (SQLException e) {
      throw new IllegalStateException("not that pool", e);
    }
  }

  private void pool(String name, HikariDataSource pool, ToDoubleFunction<HikariPoolMXBean> level) {
    Gauge.builder(
            "travel.server.pool." + name,
            pool,
            source -> level.applyAsDouble(source.getHikariPoolMXBean()))
        .register(registry);
  }

  /** Shows as 0 what has not happened yet, so that a rate is seen from the first time on. */
  void expectAll() {
    NEVER_YET.forEach(name -> metrics.expect(Metric.of(name)));
    for (SecurityEventType type : SecurityEventType.values()) {
      metrics.expect(Metric.of("travel.security.events", "event", type.id()));
    }
  }

  /** {@return where the library tells what it measures} */
  public Metrics metrics() {
    return metrics;
  }

  /** {@return all of it, as Prometheus reads it} */
  public String scrape() {
    return registry.scrape();
  }
}
