package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.webhook.DeadDelivery;
import io.travelsuite.notify.webhook.DeliveryReport;
import io.travelsuite.notify.webhook.DeliverySettings;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerData;
import io.travelsuite.notify.webhook.PartnerDeliveries;
import io.travelsuite.notify.webhook.PartnerDelivery;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerEndpoints;
import io.travelsuite.notify.webhook.PartnerSender;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks to partners in the library's tables; needs travel-notify on the class path.
 *
 * <pre>{@code
 * JdbcPartners partners = JdbcPartners.of(travel, sender, alerts);   // once, then shared
 * }</pre>
 *
 * <p>Thread-safe; starts no thread; holds no connection while a webhook is sent.
 */
public final class JdbcPartners implements PartnerDeliveries {

  private static final int MOST_DELIVERED = 10_000;
  private static final Comparator<EndpointId> BY_KEY =
      (a, b) -> BinaryId.compare(a.value(), b.value());

  private final OwnTransactions transactions;
  private final DatabaseClock clock;
  private final DeliverySettings settings;
  private final PartnerData data;
  private final PartnerEndpoints endpoints;
  private final PartnerDelivering delivering;

  private JdbcPartners(
      JdbcTravel travel, PartnerSender sender, PartnerTerms terms, AlertSink alerts) {
    transactions = travel.transactions();
    clock = travel.clock();
    settings = terms.settings();
    data = terms.data();
    endpoints = new JdbcPartnerEndpoints(transactions, clock, sender.egress());
    delivering =
        new PartnerDelivering(
            transactions, clock, new PartnerDelivering.Means(sender, settings, alerts));
  }

  /**
   * Webhooks with the usual terms.
   *
   * @param travel the library, whose data source it uses
   * @param sender what sends them
   * @param alerts who is told that an endpoint was disabled
   * @return the webhooks, to be shared
   */
  public static JdbcPartners of(JdbcTravel travel, PartnerSender sender, AlertSink alerts) {
    return of(travel, sender, PartnerTerms.DEFAULT, alerts);
  }

  /**
   * Webhooks.
   *
   * @param travel the library, whose data source it uses
   * @param sender what sends them
   * @param terms when they are tried again, and what partners are told; the same in all processes
   * @param alerts who is told that an endpoint was disabled
   * @return the webhooks, to be shared
   */
  public static JdbcPartners of(
      JdbcTravel travel, PartnerSender sender, PartnerTerms terms, AlertSink alerts) {
    return new JdbcPartners(travel, sender, terms, alerts);
  }

  /** {@return the endpoints} */
  public PartnerEndpoints endpoints() {
    return endpoints;
  }

  @Override
  public int fanOut(OutboxEvent event, Connection connection) {
    Handle handle = transactions.handles().on(connection);
    Map<EndpointId, String> bodies = new TreeMap<>(BY_KEY); // locked in one order
    for (PartnerEndpoint endpoint : PartnerEndpointTable.of(handle, event.operator())) {
      if (endpoint.enabled() && endpoint.wants(event.type())) {
        data.of(endpoint, event)
            .ifPresent(told -> bodies.put(endpoint.id(), PartnerDelivery.body(event, told)));
      }
    }
    if (!bodies.isEmpty()) {
      PartnerDeliveryTable.insertAbsent(handle, event, bodies, clock.estimate(handle));
    }
    return bodies.size();
  }

  @Override
  public DeliveryReport deliver(int most) {
    unless(most >= 1 && most <= MOST_DELIVERED, "most", most, "must be 1 to 10,000");
    return delivering.run(most);
  }

  @Override
  public List<DeadDelivery> dead(int most) {
    Placeholders.checkBatch(most);
    return transactions.read(Freshness.CLUSTER, handle -> PartnerDeliveryTable.dead(handle, most));
  }

  @Override
  public boolean replay(EndpointId endpoint, UUID event) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          Instant now = clock.now(unit.handle());
          boolean again = PartnerDeliveryTable.replay(unit.handle(), endpoint, event, now);
          if (again) {
            AuditTable.add(
                unit.handle(),
                new AuditTable.About(AuditTable.NOBODY, endpoint.value()),
                new AuditTable.Done("endpoint.replayed", Map.of("event", event.toString())),
                now);
          }
          return again;
        });
  }

  @Override
  public int purge(int most) {
    Placeholders.checkBatch(most);
    return transactions.write(Freshness.LOCAL, unit -> purge(unit.handle(), most));
  }

  /** What waits too: it waits so long only for an endpoint that is disabled, or gone. */
  private int purge(Handle handle, int most) {
    Instant before = clock.now(handle).minus(settings.retention());
    List<List<@Nullable Object>> keys = new ArrayList<>();
    for (String state : List.of("DONE", "DEAD", "WAITING")) {
      if (keys.size() < most) {
        keys.addAll(PartnerDeliveryTable.lockPast(handle, state, before, most - keys.size()));
      }
    }
    PartnerDeliveryTable.delete(handle, keys);
    return keys.size();
  }
}
