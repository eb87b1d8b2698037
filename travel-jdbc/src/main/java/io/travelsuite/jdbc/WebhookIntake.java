package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.StorageException;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.payments.inbox.Receipt;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Stores deliveries that come at the same time together: callers queue in a lane and lead in turn,
 * each storing what has queued with multi-row inserts and one COMMIT, before anybody is answered.
 */
final class WebhookIntake {

  private static final int MOST_DUPLICATES = 20;
  private static final int MOST_QUEUED = 10_000;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Lane<Delivery, Receipt> lane;

  /**
   * An intake.
   *
   * @param mostBatch how many deliveries a leader stores at once
   */
  WebhookIntake(Transactions transactions, DatabaseClock clock, int mostBatch) {
    this.transactions = transactions;
    this.clock = clock;
    lane = new Lane<>(new LaneLimits(2, mostBatch, MOST_QUEUED, Integer.MAX_VALUE));
  }

  static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** Stores a delivery, together with others. */
  Receipt store(Delivery delivery) {
    Call<Delivery, Receipt> call = new Call<>(delivery, null, PATIENCE_NANOS);
    if (!lane.enter(call)) {
      return new Receipt.Busy();
    }
    Optional<Lane.Batch<Delivery, Receipt>> batch = lane.await(call);
    while (batch.isPresent()) {
      try {
        carryOut(batch.get().calls());
      } finally {
        lane.finish(batch.get());
      }
      batch = lane.await(call);
    }
    Receipt receipt = call.answer();
    return receipt == null ? new Receipt.Busy() : receipt;
  }

  /** Every call is settled after this. */
  private void carryOut(List<Call<Delivery, Receipt>> calls) {
    try {
      settle(calls);
    } catch (StorageException e) {
      if (e.retryable() || calls.size() == 1 || e.getCause() instanceof CommitOutcomeException) {
        calls.forEach(call -> call.fail(LeaderWork.copy(e)));
      } else {
        calls.forEach(this::alone); // one of them alone can have caused it
      }
    } catch (RuntimeException | Error e) {
      calls.forEach(call -> call.fail(new IllegalStateException("a batch failed", e)));
      throw e;
    }
  }

  private void alone(Call<Delivery, Receipt> call) {
    try {
      settle(List.of(call));
    } catch (RuntimeException e) {
      call.fail(e);
    }
  }

  private void settle(List<Call<Delivery, Receipt>> calls) {
    List<Delivery> deliveries = calls.stream().map(Call::request).toList();
    List<Receipt> receipts = LeaderWork.shielded(() -> store(deliveries));
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).answer(receipts.get(i));
    }
  }

  /** Again when somebody else stored one of the events between the look and the insert. */
  private List<Receipt> store(List<Delivery> deliveries) {
    for (int tries = 1; ; tries++) {
      try {
        return transactions.write(Freshness.LOCAL, unit -> insert(unit.handle(), deliveries));
      } catch (DuplicateKeyException e) {
        if (tries == MOST_DUPLICATES) {
          throw Failure.outOfTries(e.failure());
        }
      }
    }
  }

  /**
   * Ids were made before: should a COMMIT have landed whose answer was lost, the next try finds
   * them and answers the same. In the order of hashes, so that two leaders do not wait for each
   * other.
   */
  private List<Receipt> insert(Handle handle, List<Delivery> deliveries) {
    Instant now = clock.estimate(handle);
    TreeMap<ByteBuffer, Arrival> arrivals = new TreeMap<>();
    for (Delivery delivery : deliveries) {
      delivery.arrivals().forEach(arrival -> arrivals.putIfAbsent(arrival.hash(), arrival));
    }
    Map<ByteBuffer, UUID> known = WebhookEventTable.find(handle, arrivals.keySet());
    List<Arrival> absent =
        arrivals.values().stream().filter(arrival -> !known.containsKey(arrival.hash())).toList();
    WebhookEventTable.insert(handle, absent, now);
    Set<UUID> stored = new HashSet<>(known.values());
    absent.forEach(arrival -> stored.add(arrival.id()));
    List<Receipt> receipts = new ArrayList<>();
    List<WebhookDeliveryTable.Entry> entries = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      Receipt receipt = receipt(delivery, stored);
      receipts.add(receipt);
      entries.add(new WebhookDeliveryTable.Entry(delivery, verdict(receipt)));
    }
    WebhookDeliveryTable.insert(handle, entries, now);
    AuditTable.insert(handle, entries.stream().map(entry -> audit(entry, now)).toList());
    return receipts;
  }

  private static AuditRecord audit(WebhookDeliveryTable.Entry entry, Instant at) {
    Delivery delivery = entry.delivery();
    return new AuditRecord(
        newId(),
        AuditTable.NOBODY,
        delivery.id(),
        "webhook." + entry.verdict().toLowerCase(Locale.ROOT),
        Json.write(Map.of("provider", delivery.provider(), "events", delivery.arrivals().size())),
        at);
  }

  private static Receipt receipt(Delivery delivery, Set<UUID> stored) {
    if (delivery.refusal() != null) {
      return delivery.refusal();
    }
    int all = delivery.arrivals().size();
    int fresh =
        (int) delivery.arrivals().stream().filter(arrival -> stored.contains(arrival.id())).count();
    return all > 0 && fresh == 0
        ? new Receipt.Duplicate(all)
        : new Receipt.Accepted(fresh, all - fresh);
  }

  private static String verdict(Receipt receipt) {
    if (receipt instanceof Receipt.Accepted) {
      return "ACCEPTED";
    }
    return receipt instanceof Receipt.Duplicate ? "DUPLICATE" : "REFUSED";
  }
}
