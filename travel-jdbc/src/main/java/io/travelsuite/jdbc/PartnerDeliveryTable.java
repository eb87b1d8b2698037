package io.travelsuite.jdbc;

import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.webhook.DeadDelivery;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_partner_delivery. */
final class PartnerDeliveryTable {

  private static final List<String> KEY = List.of("endpoint_id", "event_id");

  private PartnerDeliveryTable() {}

  /**
   * A waiting row.
   *
   * @param tries how often it was tried since it came or was replayed
   */
  record Row(EndpointId endpoint, UUID event, String body, int tries) {}

  /** Writes an event's bodies down, by endpoint; those that are there stay as they are. */
  static void insertAbsent(
      Handle handle, OutboxEvent event, Map<EndpointId, String> bodies, Instant now) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    bodies.forEach(
        (endpoint, body) ->
            rows.add(
                List.of(
                    endpoint.value(),
                    event.id(),
                    event.type(),
                    body,
                    "WAITING",
                    UtcTime.text(now),
                    0,
                    "")));
    MultiRow.insertAbsent(
        handle,
        """
        INSERT INTO travel_partner_delivery
          (endpoint_id, event_id, type, body, state, due_at, tries, note)\
        """,
        rows,
        "tries");
  }

  /** What an endpoint has due, the longest due first. */
  static List<Row> due(Handle handle, PartnerEndpoint endpoint, Instant now, int most) {
    return Sql.query(
        handle,
        """
        SELECT event_id, body, tries
        FROM travel_partner_delivery FORCE INDEX (travel_partner_delivery_due)
        WHERE endpoint_id = ? AND state = 'WAITING' AND due_at <= ?
        ORDER BY due_at, event_id LIMIT ?
        """,
        List.of(endpoint.id().value(), UtcTime.text(now), most),
        row ->
            new Row(
                endpoint.id(),
                BinaryId.uuid(row.getBytes("event_id")),
                row.getString("body"),
                row.getInt("tries")));
  }

  /**
   * What becomes of a row that was tried.
   *
   * @param state its next
   * @param dueAt see the table
   * @param note why, for people
   */
  record Change(String state, Instant dueAt, String note) {}

  /** Ends a try, unless another has ended it; what was sent loses its body. */
  static void tried(Handle handle, Row row, Change change) {
    Sql.update(
        handle,
        "UPDATE travel_partner_delivery SET tries = tries + 1, state = ?, due_at = ?, note = ?"
            + (change.state().equals("DONE") ? ", body = ''" : "")
            + " WHERE endpoint_id = ? AND event_id = ? AND state = 'WAITING' AND tries = ?",
        List.of(
            change.state(),
            UtcTime.text(change.dueAt()),
            change.note(),
            row.endpoint().value(),
            row.event(),
            row.tries()));
  }

  static List<DeadDelivery> dead(Handle handle, int most) {
    return Sql.query(
        handle,
        """
        SELECT endpoint_id, event_id, type, tries, note, due_at
        FROM travel_partner_delivery FORCE INDEX (travel_partner_delivery_past)
        WHERE state = 'DEAD' ORDER BY due_at LIMIT ?
        """,
        List.of(most),
        row ->
            new DeadDelivery(
                new EndpointId(BinaryId.uuid(row.getBytes("endpoint_id"))),
                BinaryId.uuid(row.getBytes("event_id")),
                row.getString("type"),
                row.getInt("tries"),
                row.getString("note"),
                UtcTime.instant(row, "due_at")));
  }

  static boolean replay(Handle handle, EndpointId endpoint, UUID event, Instant now) {
    return Sql.update(
            handle,
            """
            UPDATE travel_partner_delivery SET state = 'WAITING', tries = 0, due_at = ?
            WHERE endpoint_id = ? AND event_id = ? AND state = 'DEAD'
            """,
            List.of(UtcTime.text(now), endpoint.value(), event))
        > 0;
  }

  /** The keys of what was sent, or given up, before a time, and that nobody else has: locked. */
  static List<List<@Nullable Object>> lockPast(
      Handle handle, String state, Instant before, int most) {
    return Sql.query(
        handle,
        """
        SELECT endpoint_id, event_id
        FROM travel_partner_delivery FORCE INDEX (travel_partner_delivery_past)
        WHERE state = ? AND due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        List.of(state, UtcTime.text(before), most),
        row ->
            List.of(
                BinaryId.uuid(row.getBytes("endpoint_id")),
                BinaryId.uuid(row.getBytes("event_id"))));
  }

  /** The keys of some of an endpoint's. */
  static List<List<@Nullable Object>> of(Handle handle, EndpointId endpoint, int most) {
    return Sql.query(
        handle,
        "SELECT event_id FROM travel_partner_delivery WHERE endpoint_id = ? LIMIT ?",
        List.of(endpoint.value(), most),
        row -> List.of(endpoint.value(), BinaryId.uuid(row.getBytes("event_id"))));
  }

  static void delete(Handle handle, List<List<@Nullable Object>> keys) {
    MultiRow.delete(handle, "travel_partner_delivery", KEY, keys);
  }
}
