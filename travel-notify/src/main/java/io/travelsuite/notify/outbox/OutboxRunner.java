package io.travelsuite.notify.outbox;

import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a relay for as long as the host runs: collects as soon as a transaction of this process was
 * committed, and polls for those of others; wakes those who handle.
 *
 * <pre>{@code
 * OutboxRunner runner = OutboxRunner.start(relay, Executors.newCachedThreadPool(), alerts);
 * …
 * runner.close();   // before the pool and the data source
 * }</pre>
 *
 * <p>Takes one thread of the executor, and {@link Subscription#workers} for each subscription,
 * until it is closed: a pool that has fewer leaves the last of them without. Virtual threads do.
 * Thread-safe.
 */
public final class OutboxRunner implements AutoCloseable {

  /** What is committed within it is collected together: a commit of ours for many of theirs. */
  private static final long GATHER_NANOS = Duration.ofMillis(10).toNanos();

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final OutboxRelay relay;
  private final AlertSink alerts;
  private final Signal committed = new Signal();
  private final Map<String, List<Signal>> workers = new HashMap<>();
  private final Phaser running = new Phaser(1);
  private volatile boolean closed;

  private OutboxRunner(OutboxRelay relay, AlertSink alerts) {
    this.relay = relay;
    this.alerts = alerts;
  }

  /**
   * Starts to run a relay.
   *
   * @param relay the relay
   * @param executor whose threads it takes
   * @param alerts told once when the database or the library fails, and again once it worked
   *     between
   * @return the runner, to be closed before the executor and the data source
   */
  public static OutboxRunner start(OutboxRelay relay, Executor executor, AlertSink alerts) {
    OutboxRunner runner = new OutboxRunner(relay, alerts);
    for (Subscription subscription : relay.subscriptions()) {
      List<Signal> signals = new ArrayList<>();
      for (int i = 0; i < subscription.workers(); i++) {
        signals.add(new Signal());
      }
      runner.workers.put(subscription.name(), signals);
    }
    executor.execute(runner::collectAndWake);
    runner.workers.forEach(
        (name, signals) ->
            signals.forEach(signal -> executor.execute(() -> runner.work(name, signal))));
    return runner;
  }

  /**
   * Stops: waits for the event that each worker is at, at most for the lease. What was claimed and
   * not begun is given back.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    committed.raise();
    workers.values().forEach(signals -> signals.forEach(Signal::raise));
    try {
      long most = relay.settings().pace().lease().toMillis();
      running.awaitAdvanceInterruptibly(running.arrive(), most, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      // A handler is still at it: its lease lapses, and the event is handled again.
    }
  }

  private void collectAndWake() {
    try (OutboxRelay.Listening listening = relay.listen(committed::raise)) {
      long poll = relay.settings().pace().poll().toNanos();
      loop(
          "collect",
          () -> {
            relay.collect();
            relay
                .due()
                .forEach(name -> workers.getOrDefault(name, List.of()).forEach(Signal::raise));
            committed.await(poll);
            LockSupport.parkNanos(this, GATHER_NANOS);
          },
          committed);
    }
  }

  private void work(String name, Signal signal) {
    loop(
        name,
        () -> {
          if (relay.handle(name, () -> !closed).claimed() == 0) {
            signal.await(TimeUnit.MINUTES.toNanos(1));
          }
        },
        signal);
  }

  private void loop(String what, Runnable turn, Signal signal) {
    running.register();
    try {
      boolean failing = false;
      while (!closed && !Thread.currentThread().isInterrupted()) {
        try {
          turn.run();
          failing = false;
        } catch (RuntimeException e) {
          if (!failing) {
            alerts.offer(alert(what, e));
          }
          failing = true;
          signal.await(AFTER_FAILURE.toNanos());
        }
      }
    } finally {
      running.arriveAndDeregister();
    }
  }

  private static Alert alert(String what, RuntimeException e) {
    return new Alert(
        "outbox.relay",
        Alert.Severity.WARNING,
        what,
        "the relay of the outbox failed with " + e.getClass().getName() + " and goes on trying");
  }
}
