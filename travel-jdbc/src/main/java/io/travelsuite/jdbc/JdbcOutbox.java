package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Backlog;
import io.travelsuite.notify.outbox.DeadEvent;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.RoundReport;
import io.travelsuite.notify.outbox.Subscription;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The relay of the outbox in the library's tables; needs travel-notify on the class path.
 *
 * <pre>{@code
 * OutboxRelay relay = JdbcOutbox.of(travel, List.of(mails, partners)); // once, then shared
 * }</pre>
 *
 * <p>Thread-safe; starts no thread; holds no connection while a plain handler is called. Each claim
 * and each mark is a short transaction of its own, retried as those of {@link JdbcTravel} are.
 */
public final class JdbcOutbox implements OutboxRelay {

  /** After so many claims that met only events which have to wait, others have their turn. */
  private static final int MOST_CLAIMS = 20;

  private final OwnTransactions transactions;
  private final DatabaseClock clock;
  private final OutboxSettings settings;
  private final Map<String, Subscription> subscriptions = new TreeMap<>();
  private final Map<String, OutboxBreaker> breakers = new TreeMap<>();
  private final OutboxCollector collector;
  private final OutboxClaims claims;
  private final MarkedWork<OutboxClaims.Item> joinedWork;
  private final OutboxUpkeep upkeep;
  private final OutboxMeasures measures;

  private JdbcOutbox(
      JdbcTravel travel, List<Subscription> all, OutboxSettings settings, Metrics metrics) {
    transactions = travel.transactions();
    clock = travel.clock();
    this.settings = settings;
    for (Subscription subscription : all) {
      String name = subscription.name();
      unless(subscriptions.put(name, subscription) == null, "subscription", name, "must be once");
      breakers.put(name, new OutboxBreaker(name, settings.breaker()));
    }
    collector = new OutboxCollector(transactions, clock, settings.retention());
    claims = new OutboxClaims(transactions, clock, settings);
    joinedWork = new MarkedWork<>(transactions, new OutboxMarks());
    upkeep = new OutboxUpkeep(transactions, clock, settings.retention());
    measures = new OutboxMeasures(metrics);
  }

  /**
   * A relay with the usual settings, whose measurements nobody keeps.
   *
   * @param travel the library, whose data source it uses
   * @param subscriptions who wants which events; none to only keep the outbox small
   * @return the relay, to be shared
   */
  public static JdbcOutbox of(JdbcTravel travel, List<Subscription> subscriptions) {
    return of(travel, subscriptions, OutboxSettings.DEFAULT, Metrics.none());
  }

  /**
   * A relay. Registers the subscriptions: every event that any process collects from now on is
   * noted for them, whether this process runs or not.
   *
   * @param travel the library, whose data source it uses
   * @param subscriptions who wants which events, at most 50; none to only keep the outbox small
   * @param settings its settings, the same in all processes
   * @param metrics told what was collected, handled and put off, and how long events waited
   * @return the relay, to be shared: the breakers are of one instance
   * @throws io.travelsuite.StorageException when the database cannot be reached
   */
  public static JdbcOutbox of(
      JdbcTravel travel,
      List<Subscription> subscriptions,
      OutboxSettings settings,
      Metrics metrics) {
    unless(subscriptions.size() <= 50, "subscriptions", subscriptions.size(), "must be at most 50");
    JdbcOutbox outbox = new JdbcOutbox(travel, subscriptions, settings, metrics);
    outbox.upkeep.register(outbox.subscriptions());
    return outbox;
  }

  @Override
  public List<Subscription> subscriptions() {
    return List.copyOf(subscriptions.values());
  }

  @Override
  public OutboxSettings settings() {
    return settings;
  }

  @Override
  public int collect() {
    int collected = collector.collect();
    measures.collected(collected);
    return collected;
  }

  @Override
  public RoundReport handle(String name, BooleanSupplier goOn) {
    Subscription subscription = subscriptions.get(name);
    OutboxBreaker breaker = breakers.get(name);
    if (subscription == null || breaker == null) {
      String rule = "must be one of " + subscriptions.keySet();
      throw new InvalidRequestException("subscription", name, rule);
    }
    RoundReport report = RoundReport.NOTHING;
    int most = breaker.most(settings.pace().batch());
    for (int i = 0; i < MOST_CLAIMS && most > 0 && goOn.getAsBoolean(); i++) {
      OutboxClaims.Claimed claimed = claims.claim(name, most);
      report = report.plus(new RoundReport(0, 0, claimed.dead(), 0, 0));
      if (!claimed.items().isEmpty()) {
        measures.claimed(name, claimed);
        OutboxBatch batch = new OutboxBatch(claims, breaker, settings, goOn);
        report = report.plus(carryOut(subscription, claimed, batch));
        break;
      }
      if (claimed.met() == 0) {
        break;
      }
    }
    measures.handled(name, report, breaker.isOpen());
    return report;
  }

  private RoundReport carryOut(
      Subscription subscription, OutboxClaims.Claimed claimed, OutboxBatch batch) {
    if (subscription.handling() instanceof Subscription.Handling.Joined joined) {
      return batch.joined(claimed.items(), joined.handler(), joinedWork);
    }
    if (subscription.handling() instanceof Subscription.Handling.Plain plain) {
      return batch.plain(claimed.items(), plain.handler());
    }
    throw new IllegalStateException("unknown handling");
  }

  @Override
  public Set<String> due() {
    if (subscriptions.isEmpty()) {
      return Set.of();
    }
    return transactions.read(
        Freshness.LOCAL,
        handle -> {
          Map<String, Instant> first =
              OutboxDeliveryTable.firstDue(handle, List.copyOf(subscriptions.keySet()));
          Instant now = clock.now(handle);
          return first.entrySet().stream()
              .filter(entry -> !entry.getValue().isAfter(now))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
        });
  }

  @Override
  public Listening listen(Runnable listener) {
    transactions.listeners().add(listener);
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        transactions.listeners().remove(listener);
      }
    };
  }

  @Override
  public List<DeadEvent> dead(int limit) {
    Placeholders.checkBatch(limit);
    return transactions.read(Freshness.CLUSTER, handle -> OutboxDeadTable.oldest(handle, limit));
  }

  @Override
  public boolean replay(DeadEvent.Id id) {
    return upkeep.replay(id);
  }

  @Override
  public List<Backlog> backlog() {
    List<Backlog> backlog =
        transactions.read(Freshness.LOCAL, handle -> OutboxBacklog.read(handle, clock.now(handle)));
    measures.backlog(backlog);
    return backlog.stream().sorted(Comparator.comparing(Backlog::subscription)).toList();
  }

  @Override
  public int purge(int most) {
    Placeholders.checkBatch(most);
    return upkeep.purge(most);
  }

  @Override
  public int forget(String subscription) {
    return upkeep.forget(subscription);
  }
}
