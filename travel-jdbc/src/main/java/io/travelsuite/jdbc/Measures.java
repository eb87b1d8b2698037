package io.travelsuite.jdbc;

import io.travelsuite.metric.MeteredPorts;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;

/** What the library tells the metrics; the names are documented in docs/monitoring.md. */
final class Measures {

  private static final Metric BATCHES = Metric.of("travel.lane.batches");
  private static final Metric CALLS = Metric.of("travel.lane.calls");
  private static final Metric WAIT = Metric.of("travel.lane.wait");

  private final Metrics metrics;
  private final MeteredPorts ports;

  Measures(Metrics metrics) {
    this.metrics = metrics;
    ports = MeteredPorts.to(metrics);
  }

  /** The same port, whose calls are timed. */
  <P> P port(Class<P> port, P real) {
    return ports.of(port, real);
  }

  /** A leader has taken a batch; each of its calls has had so long to wait since it came. */
  <Q, A> void taken(Lane.Batch<Q, A> batch, long patienceNanos) {
    metrics.count(BATCHES, 1);
    metrics.count(CALLS, batch.calls().size());
    for (Call<Q, A> call : batch.calls()) {
      metrics.time(WAIT, Duration.ofNanos(Math.max(0, patienceNanos - call.patience())));
    }
  }
}
