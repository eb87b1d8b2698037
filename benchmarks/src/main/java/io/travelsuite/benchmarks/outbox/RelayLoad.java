package io.travelsuite.benchmarks.outbox;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.benchmarks.load.Latencies;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.sale.Shop;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxRunner;
import io.travelsuite.notify.outbox.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Events of real holds through the relay, to a handler that does nothing.
 *
 * @param workers threads of the one subscription
 */
public record RelayLoad(int workers) {

  private static final Set<String> HELD = Set.of("booking.held");
  private static final int PLENTY = 100_000_000;
  private static final int SELLERS = 64;
  private static final long PATIENCE_SECONDS = 300;

  /** A library that sells one departure, and what runs its relay. */
  private static final class Site implements AutoCloseable {

    private final Shop shop;
    private final JdbcTravel travel;
    private final OccurrenceId departure;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Site(TestSchema schema, int connections) {
      shop = Shop.open(schema.jdbcUrl(), Strategy.DIRECT, connections);
      travel = JdbcTravel.builder(shop.pool()).build();
      departure = shop.market().open(1, PLENTY).get(0);
      JdbcOutbox.of(travel, List.of()).collect(); // what the departures left
    }

    private UUID sell() {
      return travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow().id().value();
    }

    private OutboxRunner run(Subscription subscription) {
      OutboxRelay relay = JdbcOutbox.of(travel, List.of(subscription));
      return OutboxRunner.start(relay, threads, AlertSink.none());
    }

    @Override
    public void close() {
      threads.shutdown();
      shop.close();
    }
  }

  /** How many events a second go through when so many have queued up. */
  public Sample drain(TestSchema schema, int events) throws InterruptedException {
    try (Site site = new Site(schema, 16)) {
      fill(site, events);
      CountDownLatch handled = new CountDownLatch(events);
      Subscription nothing =
          Subscription.plain(
                  "nothing",
                  HELD,
                  event -> {
                    handled.countDown();
                    return Answer.done();
                  })
              .workers(workers);
      long start = System.nanoTime();
      try (OutboxRunner runner = site.run(nothing)) {
        if (!handled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(handled.getCount() + " events were not handled");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Sample(events / seconds, 0, 0);
      }
    }
  }

  private static void fill(Site site, int events) throws InterruptedException {
    AtomicInteger left = new AtomicInteger(events);
    CountDownLatch sellers = new CountDownLatch(SELLERS);
    for (int i = 0; i < SELLERS; i++) {
      site.threads.execute(
          () -> {
            while (left.getAndDecrement() > 0) {
              site.sell();
            }
            sellers.countDown();
          });
    }
    if (!sellers.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the events were not written");
    }
  }

  /**
   * From the answer to the customer, which follows the COMMIT, to the call of the handler, at a
   * fixed rate; what is handed over before the customer has the answer counts as 0.
   */
  public Sample latency(TestSchema schema, int perSecond, Duration measured)
      throws InterruptedException {
    try (Site site = new Site(schema, 8)) {
      Watch watch = new Watch((int) (perSecond * measured.toMillis() / 1_000));
      Subscription timed =
          Subscription.plain(
                  "timed",
                  HELD,
                  event -> {
                    watch.handedOver(event.subject());
                    return Answer.done();
                  })
              .workers(workers);
      try (OutboxRunner runner = site.run(timed)) {
        long start = System.nanoTime();
        for (int i = 0; i < watch.events; i++) {
          long due = start + i * 1_000_000_000L / perSecond;
          while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
          }
          watch.committed(site.sell());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return Sample.of(watch.events / seconds, watch.all().histogram());
      }
    }
  }

  /** Compares two moments of an event, whichever comes first. */
  private static final class Watch {

    private final int events;
    private final ConcurrentHashMap<UUID, Long> first = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();
    private final CountDownLatch both;

    private Watch(int events) {
      this.events = events;
      both = new CountDownLatch(events);
    }

    private void committed(UUID subject) {
      if (first.putIfAbsent(subject, System.nanoTime()) != null) {
        latencies.record(0, 0);
        both.countDown();
      }
    }

    private void handedOver(UUID subject) {
      long now = System.nanoTime();
      Long committed = first.putIfAbsent(subject, now);
      if (committed != null) {
        latencies.record(committed, now);
        both.countDown();
      }
    }

    private Latencies all() throws InterruptedException {
      if (!both.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(both.getCount() + " events were not handed over");
      }
      return latencies;
    }
  }
}
