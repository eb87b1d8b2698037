package io.travelsuite.jdbc;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Backlog;
import io.travelsuite.notify.outbox.RoundReport;
import java.time.Duration;
import java.util.List;

/** What the relay tells the metrics; the names are documented in docs/outbox.md. */
final class OutboxMeasures {

  private static final String SUBSCRIPTION = "subscription";

  private final Metrics metrics;

  OutboxMeasures(Metrics metrics) {
    this.metrics = metrics;
  }

  void collected(int events) {
    if (events > 0) {
      metrics.count(Metric.of("travel.outbox.collected"), events);
    }
  }

  /** How long those that are tried for the first time have waited since they were written. */
  void claimed(String name, OutboxClaims.Claimed claimed) {
    Metric wait = Metric.of("travel.outbox.wait", SUBSCRIPTION, name);
    for (OutboxClaims.Item item : claimed.items()) {
      Duration waited = Duration.between(item.event().occurredAt(), claimed.now());
      if (item.row().tries() == 1) {
        metrics.time(wait, waited.isNegative() ? Duration.ZERO : waited);
      }
    }
  }

  void handled(String name, RoundReport report, boolean open) {
    count("travel.outbox.done", name, report.done());
    count("travel.outbox.later", name, report.later());
    count("travel.outbox.given-up", name, report.dead());
    count("travel.outbox.returned", name, report.returned());
    count("travel.outbox.overtaken", name, report.overtaken());
    gauge("travel.outbox.open", name, open ? 1 : 0);
  }

  void backlog(List<Backlog> all) {
    for (Backlog backlog : all) {
      String name = backlog.subscription();
      gauge("travel.outbox.waiting", name, backlog.waiting());
      gauge("travel.outbox.failing", name, backlog.failing());
      gauge("travel.outbox.dead", name, backlog.dead());
      gauge("travel.outbox.oldest-seconds", name, backlog.oldest().toMillis() / 1_000.0);
    }
  }

  private void count(String metric, String name, int more) {
    if (more > 0) {
      metrics.count(Metric.of(metric, SUBSCRIPTION, name), more);
    }
  }

  private void gauge(String metric, String name, double value) {
    metrics.gauge(Metric.of(metric, SUBSCRIPTION, name), value);
  }
}
