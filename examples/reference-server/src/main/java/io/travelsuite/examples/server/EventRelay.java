package io.travelsuite.examples.server;

import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxRunner;
import io.travelsuite.notify.outbox.Subscription;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hands what has happened to those parts of the server that want to know, and clears away what was
 * handed over a week ago. Has a thread of its own, and one for each of them, until it is closed.
 */
final class EventRelay implements AutoCloseable {

  private static final int PURGED_AT_ONCE = 300;

  private final ScheduledExecutorService threads;
  private final OutboxRunner runner;

  private EventRelay(ScheduledExecutorService threads, OutboxRunner runner) {
    this.threads = threads;
    this.runner = runner;
  }

  /** Starts to hand over what happens. */
  static EventRelay start(JdbcTravel travel, List<Subscription> wanted, AlertSink alerts) {
    OutboxRelay relay = JdbcOutbox.of(travel, wanted);
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(wanted.size() + 2);
    Future<?> unused =
        threads.scheduleWithFixedDelay(() -> purge(relay, alerts), 1, 60, TimeUnit.MINUTES);
    return new EventRelay(threads, OutboxRunner.start(relay, threads, alerts));
  }

  private static void purge(OutboxRelay relay, AlertSink alerts) {
    try {
      while (relay.purge(PURGED_AT_ONCE) > 0) {
        // as long as there is more
      }
    } catch (RuntimeException e) {
      alerts.offer(
          new Alert(
              "outbox.purge",
              Alert.Severity.WARNING,
              "purge",
              "old events could not be cleared away, which is tried again in an hour"));
    }
  }

  @Override
  public void close() {
    runner.close();
    threads.shutdownNow();
  }
}
