package io.travelsuite.jdbc;

import io.travelsuite.notify.outbox.DeadEvent;
import io.travelsuite.notify.outbox.OutboxEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table travel_outbox_dead: what subscriptions gave up. */
final class OutboxDeadTable {

  private static final String COLUMNS =
      """
      SELECT subscription, event_id, operator_id, aggregate_id, version, type, payload, occurred_at,
        tries, note, died_at
      FROM travel_outbox_dead\
      """;

  private OutboxDeadTable() {}

  /** Copies an event that a subscription gives up; one that died before dies again. */
  static void bury(Handle handle, OutboxRow row, String note, Instant now) {
    Sql.update(
        handle,
        """
        INSERT INTO travel_outbox_dead
          (subscription, event_id, operator_id, aggregate_id, version, type, payload, occurred_at,
           tries, note, died_at)
        SELECT ?, id, operator_id, aggregate_id, version, type, COALESCE(payload, '{}'), occurred_at,
          ?, ?, ?
        FROM travel_outbox_event e WHERE id = ?
        ON DUPLICATE KEY UPDATE
          tries = VALUES(tries), note = VALUES(note), died_at = VALUES(died_at)
        """,
        List.of(row.key().subscription(), row.tries(), note, UtcTime.text(now), row.key().event()));
  }

  /** The longest dead first. */
  static List<DeadEvent> oldest(Handle handle, int most) {
    return Sql.query(
        handle,
        COLUMNS + " FORCE INDEX (travel_outbox_dead_age) ORDER BY died_at LIMIT ?",
        List.of(most),
        OutboxDeadTable::read);
  }

  /** Some of a subscription's, locked. */
  static List<DeadEvent> lockAny(Handle handle, String subscription, int most) {
    return Sql.query(
        handle,
        COLUMNS + " WHERE subscription = ? LIMIT ? FOR UPDATE",
        List.of(subscription, most),
        OutboxDeadTable::read);
  }

  /** The one of this id, locked, or none. */
  static List<DeadEvent> lock(Handle handle, DeadEvent.Id id) {
    return Sql.query(
        handle,
        COLUMNS + " WHERE subscription = ? AND event_id = ? FOR UPDATE",
        List.of(id.subscription(), id.event()),
        OutboxDeadTable::read);
  }

  /** Puts the event of a dead one back where it is read from, should it have been purged. */
  static void restore(Handle handle, DeadEvent.Id id, Instant purgeAt) {
    Sql.update(
        handle,
        """
        INSERT INTO travel_outbox_event
          (id, operator_id, aggregate_id, version, type, payload, occurred_at, purge_at)
        SELECT event_id, operator_id, aggregate_id, version, type, payload, occurred_at, ?
        FROM travel_outbox_dead d WHERE subscription = ? AND event_id = ?
        ON DUPLICATE KEY UPDATE purge_at = VALUES(purge_at)
        """,
        List.of(UtcTime.text(purgeAt), id.subscription(), id.event()));
  }

  static void delete(Handle handle, DeadEvent.Id id) {
    Sql.update(
        handle,
        "DELETE FROM travel_outbox_dead WHERE subscription = ? AND event_id = ?",
        List.of(id.subscription(), id.event()));
  }

  private static DeadEvent read(ResultSet row) throws SQLException {
    OutboxEvent event = OutboxPayloads.read(row, "event_id");
    return new DeadEvent(
        new DeadEvent.Id(row.getString("subscription"), event.id()),
        event,
        row.getInt("tries"),
        row.getString("note"),
        UtcTime.instant(row, "died_at"));
  }
}
