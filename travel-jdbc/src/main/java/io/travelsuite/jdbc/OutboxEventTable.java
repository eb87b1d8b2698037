package io.travelsuite.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The table travel_outbox_event: events that were collected. Without a type of travel-notify, since
 * an unknown outcome is resolved by it too.
 */
final class OutboxEventTable {

  private OutboxEventTable() {}

  /** Whether an event was collected; waits for who is doing so. */
  static boolean exists(Handle handle, UUID id) {
    return !Sql.query(
            handle,
            "SELECT 1 AS one FROM travel_outbox_event WHERE id = ? LOCK IN SHARE MODE",
            List.of(id),
            row -> row.getInt("one"))
        .isEmpty();
  }

  /**
   * Copies locked events from travel_event, within the server. One that is there already, which
   * cannot be, is left as it is: it must not stop all others.
   */
  static void copy(Handle handle, List<UUID> ids, boolean withPayload, Instant purgeAt) {
    if (ids.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    values.add(UtcTime.text(purgeAt));
    values.addAll(ids);
    Sql.update(
        handle,
        "INSERT INTO travel_outbox_event"
            + " (id, operator_id, aggregate_id, version, type, payload, occurred_at, purge_at)"
            + " SELECT id, operator_id, aggregate_id, version, type, "
            + (withPayload ? "payload" : "NULL")
            + ", occurred_at, ? FROM travel_event e FORCE INDEX (PRIMARY) WHERE "
            + Placeholders.keys(List.of("id"), ids.size())
            + " ON DUPLICATE KEY UPDATE purge_at = VALUES(purge_at)",
        values);
  }

  /**
   * An event whose time is over.
   *
   * @param id its key
   * @param subject whose stream it is of
   * @param version its version
   */
  record Purgeable(UUID id, UUID subject, int version) {}

  /** Events past their retention that nobody else has: locked. */
  static List<Purgeable> lockPurgeable(Handle handle, Instant now, int most) {
    return Sql.query(
        handle,
        """
        SELECT id, aggregate_id, version
        FROM travel_outbox_event FORCE INDEX (travel_outbox_event_purge)
        WHERE purge_at <= ? ORDER BY purge_at LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        List.of(UtcTime.text(now), most),
        row ->
            new Purgeable(
                BinaryId.uuid(row.getBytes("id")),
                BinaryId.uuid(row.getBytes("aggregate_id")),
                row.getInt("version")));
  }

  /** Keeps locked events for longer. */
  static void keep(Handle handle, List<UUID> ids, Instant purgeAt) {
    if (ids.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    values.add(UtcTime.text(purgeAt));
    values.addAll(ids);
    Sql.update(
        handle,
        "UPDATE travel_outbox_event SET purge_at = ? WHERE "
            + Placeholders.keys(List.of("id"), ids.size()),
        values);
  }

  static void delete(Handle handle, List<UUID> ids) {
    MultiRow.delete(handle, "travel_outbox_event", "id", ids);
  }
}
