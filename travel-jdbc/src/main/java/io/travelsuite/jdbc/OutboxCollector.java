package io.travelsuite.jdbc;

import io.travelsuite.jdbc.EventTable.Uncollected;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.outbox.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Moves events out of travel_event, and notes each for those who want it, in one transaction. Each
 * pass begins at the lowest id, whatever was collected before: an id is made before its COMMIT, and
 * one that was long in coming has a low one.
 */
final class OutboxCollector {

  private static final int PAGE = Placeholders.MOST_KEYS;
  private static final int MOST_TRANSACTIONS = 1_000;
  private static final UUID LOWEST = new UUID(0, 0);

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Duration retention;

  OutboxCollector(Transactions transactions, DatabaseClock clock, Duration retention) {
    this.transactions = transactions;
    this.clock = clock;
    this.retention = retention;
  }

  /** What a transaction came to. */
  private record Page(int read, int collected, List<Uncollected> heldBack, UUID last) {}

  /** Collects until nothing is left, or a thousand transactions are done; how many events. */
  int collect() {
    int collected = 0;
    UUID after = LOWEST;
    List<Uncollected> heldBack = new ArrayList<>();
    for (int i = 0; i < MOST_TRANSACTIONS; i++) {
      UUID from = after;
      Page page = transactions.write(Freshness.LOCAL, unit -> page(unit.handle(), from));
      collected += page.collected();
      page.heldBack().stream().limit(PAGE - heldBack.size()).forEach(heldBack::add);
      if (page.read() < PAGE) {
        break;
      }
      after = page.last();
    }
    return heldBack.isEmpty() ? collected : collected + again(heldBack);
  }

  private Page page(Handle handle, UUID after) {
    List<Uncollected> events = EventTable.lockAfter(handle, after, PAGE);
    if (events.isEmpty()) {
      return new Page(0, 0, List.of(), after);
    }
    StreamOrder order = StreamOrder.of(events, collectedVersions(handle, events), Map.of());
    take(handle, order);
    UUID last = events.get(events.size() - 1).id();
    return new Page(events.size(), order.next().size(), order.heldBack(), last);
  }

  private int again(List<Uncollected> heldBack) {
    return transactions.write(Freshness.LOCAL, unit -> again(unit.handle(), heldBack));
  }

  /**
   * Those that waited for one before them: it was collected since, or is not there at all. That is
   * so of a booking whose earlier events were purged with all that was known of them. Whatever was
   * committed before an event that was read is there for a plain read that begins later, also while
   * somebody else collects it.
   */
  private int again(Handle handle, List<Uncollected> heldBack) {
    List<Uncollected> events =
        EventTable.lock(handle, heldBack.stream().map(Uncollected::id).toList());
    if (events.isEmpty()) {
      return 0;
    }
    Map<UUID, Integer> collected = collectedVersions(handle, events);
    Map<UUID, Integer> lowest = EventTable.lowestVersions(handle, subjects(events));
    StreamOrder order = StreamOrder.of(events, collected, lowest);
    take(handle, order);
    return order.next().size();
  }

  private static Map<UUID, Integer> collectedVersions(Handle handle, List<Uncollected> events) {
    return OutboxStreamTable.lock(
        handle, subjects(events.stream().filter(StreamOrder::isOrdered).toList()));
  }

  private static Set<UUID> subjects(List<Uncollected> events) {
    return events.stream().map(Uncollected::subject).collect(Collectors.toSet());
  }

  private void take(Handle handle, StreamOrder order) {
    if (order.next().isEmpty()) {
      return;
    }
    List<Subscription> subscriptions = OutboxSubscriptionTable.lockShared(handle);
    List<OutboxRow.Key> noted = new ArrayList<>();
    List<UUID> wanted = new ArrayList<>();
    List<UUID> unwanted = new ArrayList<>();
    for (Uncollected event : order.next()) {
      int before = noted.size();
      for (Subscription subscription : subscriptions) {
        if (subscription.wants(event.type())) {
          noted.add(
              new OutboxRow.Key(subscription.name(), event.subject(), event.version(), event.id()));
        }
      }
      (noted.size() > before ? wanted : unwanted).add(event.id());
    }
    Instant now = clock.now(handle);
    OutboxEventTable.copy(handle, wanted, true, now.plus(retention));
    OutboxEventTable.copy(handle, unwanted, false, now.plus(retention));
    OutboxStreamTable.write(handle, order.versions());
    OutboxDeliveryTable.insert(handle, noted, now);
    EventTable.delete(handle, order.next().stream().map(Uncollected::id).toList());
  }
}
