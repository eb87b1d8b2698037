package io.travelsuite.examples.server.partner;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcPartners;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxRunner;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.Subscription;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.notify.webhook.PartnerSender;
import io.travelsuite.security.key.SigningKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out by itself when something happens: the relay of the outbox, and the webhooks to
 * partners that it hands over. Runs from its start until it is closed; what is on its way then goes
 * on at the next start, of this server or another. Thread-safe.
 */
public final class Outgoing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

  /** As many partners may hang without another one waiting. */
  private static final int SENDERS = 4;

  private static final int BATCH = 100;
  private static final int PURGED = 300;
  private static final long PAUSE_MILLIS = 250;

  private final PartnerDesk desk;
  private final JdbcPartners partners;
  private final OutboxRelay relay;
  private final OutboxRunner runner;
  private final ExecutorService handlers = Executors.newCachedThreadPool();
  private final Semaphore idleSenders = new Semaphore(SENDERS);
  private final ScheduledExecutorService jobs = Executors.newScheduledThreadPool(SENDERS + 1);

  /**
   * What it is made of.
   *
   * @param root what the secrets of partners are sealed by
   * @param clock of this machine, which signatures tell
   * @param egress where webhooks may go
   * @param alerts who is told what somebody should look at
   * @param metrics where it is counted
   */
  public record Terms(
      SigningKeys root, Clock clock, Egress egress, AlertSink alerts, Metrics metrics) {}

  private Outgoing(Stock stock, Terms terms, List<Subscription> more) {
    PartnerSecrets secrets = new PartnerSecrets(stock.transactions(), terms.root());
    int resealed = secrets.reseal();
    if (resealed > 0) {
      LOG.info("{} secrets of partners are sealed by the new key", resealed);
    }
    partners =
        JdbcPartners.of(
            stock.travel(),
            PartnerSender.of(secrets, terms.clock(), terms.egress()),
            terms.alerts());
    desk = new PartnerDesk(stock.catalogue().operator().id(), partners, secrets);
    List<Subscription> all = new ArrayList<>(more);
    all.add(partners.subscription("partners", Set.of("booking.*", "occurrence.*")));
    relay = JdbcOutbox.of(stock.travel(), all, OutboxSettings.DEFAULT, terms.metrics());
    runner = OutboxRunner.start(relay, handlers, terms.alerts());
  }

  /**
   * {@return the relay, which runs}
   *
   * @param stock what is sold
   * @param terms what it is made of
   * @param more who else is told of what happens
   */
  public static Outgoing start(Stock stock, Terms terms, List<Subscription> more) {
    Outgoing outgoing = new Outgoing(stock, terms, more);
    outgoing.every(PAUSE_MILLIS, outgoing::wakeSender);
    outgoing.every(TimeUnit.SECONDS.toMillis(5), outgoing::measure);
    outgoing.every(TimeUnit.MINUTES.toMillis(1), outgoing::tidy);
    return outgoing;
  }

  private void every(long millis, Runnable job) {
    Future<?> unused =
        jobs.scheduleWithFixedDelay(() -> quietly(job), 0, millis, TimeUnit.MILLISECONDS);
  }

  private static void quietly(Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      LOG.warn("a job of the outbox failed, and will be tried again", e);
    }
  }

  /** One looks whether there is something to send, and another one while that is under way. */
  private void wakeSender() {
    if (idleSenders.tryAcquire()) {
      jobs.execute(() -> quietly(this::send));
    }
  }

  private void send() {
    try {
      while (!jobs.isShutdown() && partners.deliver(BATCH).tried() == BATCH) {}
    } finally {
      idleSenders.release();
    }
  }

  /** Tells the metrics how much waits, and for how long. */
  private void measure() {
    relay.backlog();
  }

  private void tidy() {
    while (!jobs.isShutdown() && relay.purge(PURGED) + partners.purge(PURGED) > 0) {}
  }

  /** {@return what the office does with partners} */
  public PartnerDesk desk() {
    return desk;
  }

  /** Stops: what is being sent is sent to its end. */
  @Override
  public void close() {
    runner.close();
    jobs.shutdown();
    handlers.shutdown();
    try {
      if (!jobs.awaitTermination(25, TimeUnit.SECONDS)) {
        jobs.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
