package io.travelsuite.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.jdbc.OutboxEventTable.Purgeable;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.outbox.DeadEvent;
import io.travelsuite.notify.outbox.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What keeps the outbox's tables small and right, beside collecting and handling. */
final class OutboxUpkeep {

  /** What somebody still waits for at the end of its retention is looked at again after it. */
  private static final Duration LONGER = Duration.ofHours(1);

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Duration retention;

  OutboxUpkeep(Transactions transactions, DatabaseClock clock, Duration retention) {
    this.transactions = transactions;
    this.clock = clock;
    this.retention = retention;
  }

  void register(List<Subscription> subscriptions) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          Instant now = clock.estimate(unit.handle());
          OutboxSubscriptionTable.write(unit.handle(), subscriptions, now);
          return true;
        });
  }

  boolean replay(DeadEvent.Id id) {
    return transactions.write(Freshness.CLUSTER, unit -> replay(unit.handle(), id));
  }

  private boolean replay(Handle handle, DeadEvent.Id id) {
    List<DeadEvent> found = OutboxDeadTable.lock(handle, id);
    if (found.isEmpty()) {
      return false;
    }
    Instant now = clock.now(handle);
    OutboxDeadTable.restore(handle, id, now.plus(retention));
    var event = found.get(0).event();
    OutboxRow.Key key =
        new OutboxRow.Key(id.subscription(), event.subject(), event.version(), event.id());
    OutboxDeliveryTable.insert(handle, List.of(key), now);
    OutboxDeadTable.delete(handle, id);
    AuditTable.About about = new AuditTable.About(event.operator().value(), event.subject());
    Map<String, String> detail =
        Map.of(
            "subscription", id.subscription(),
            "event", id.event().toString(),
            "type", event.type());
    AuditTable.add(handle, about, new AuditTable.Done("outbox.replayed", detail), now);
    return true;
  }

  int purge(int most) {
    return transactions.write(Freshness.LOCAL, unit -> purge(unit.handle(), most));
  }

  private int purge(Handle handle, int most) {
    Instant now = clock.now(handle);
    List<Purgeable> over = OutboxEventTable.lockPurgeable(handle, now, most);
    if (over.isEmpty()) {
      return 0;
    }
    Set<UUID> waitedFor = waitedFor(handle, over);
    List<UUID> kept = over.stream().map(Purgeable::id).filter(waitedFor::contains).toList();
    OutboxEventTable.keep(handle, kept, now.plus(LONGER));
    List<Purgeable> gone = over.stream().filter(e -> !waitedFor.contains(e.id())).toList();
    OutboxEventTable.delete(handle, gone.stream().map(Purgeable::id).toList());
    OutboxStreamTable.delete(handle, gone);
    return gone.size();
  }

  private static Set<UUID> waitedFor(Handle handle, List<Purgeable> events) {
    Set<UUID> subjects = events.stream().map(Purgeable::subject).collect(Collectors.toSet());
    Set<UUID> waitedFor = new HashSet<>();
    for (Subscription subscription : OutboxSubscriptionTable.all(handle)) {
      OutboxDeliveryTable.of(handle, subscription.name(), subjects)
          .forEach(row -> waitedFor.add(row.key().event()));
    }
    return waitedFor;
  }

  int forget(String subscription) {
    transactions.write(
        Freshness.CLUSTER,
        unit -> {
          OutboxSubscriptionTable.delete(unit.handle(), subscription);
          UUID subject = UUID.nameUUIDFromBytes(subscription.getBytes(UTF_8));
          AuditTable.add(
              unit.handle(),
              new AuditTable.About(AuditTable.NOBODY, subject),
              new AuditTable.Done("outbox.forgotten", Map.of("subscription", subscription)),
              clock.now(unit.handle()));
          return true;
        });
    int all = 0;
    int some;
    do {
      some = transactions.write(Freshness.CLUSTER, unit -> forgetSome(unit.handle(), subscription));
      all += some;
    } while (some > 0);
    return all;
  }

  private static int forgetSome(Handle handle, String subscription) {
    int most = Placeholders.MOST_KEYS;
    List<OutboxRow> waiting = OutboxDeliveryTable.lockAny(handle, subscription, most);
    OutboxDeliveryTable.delete(handle, waiting);
    List<DeadEvent> dead = OutboxDeadTable.lockAny(handle, subscription, most);
    dead.forEach(event -> OutboxDeadTable.delete(handle, event.id()));
    return waiting.size() + dead.size();
  }
}
