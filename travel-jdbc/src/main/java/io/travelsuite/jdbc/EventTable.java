package io.travelsuite.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The outbox, and the audit log beside it: every transition writes a row to each. */
final class EventTable {

  private EventTable() {}

  /**
   * One transition to record.
   *
   * @param id of the transition
   * @param operator whose
   * @param subject the id of the booking or occurrence
   * @param version its version after, or 0 where it has none
   * @param type what happened
   * @param payload the event's JSON, without personal data
   * @param detail the audit record's JSON, without personal data
   * @param at when
   */
  record Entry(
      UUID id,
      UUID operator,
      UUID subject,
      int version,
      EventType type,
      String payload,
      String detail,
      Instant at) {}

  static void insert(Handle handle, List<Entry> entries) {
    List<List<@Nullable Object>> events =
        entries.stream().<List<@Nullable Object>>map(EventTable::event).toList();
    MultiRow.insert(
        handle,
        """
        INSERT INTO travel_event
          (id, operator_id, aggregate_id, version, type, payload, occurred_at)\
        """,
        events);
    AuditTable.insert(handle, entries.stream().map(EventTable::audit).toList());
  }

  /**
   * Whether a transition was written. Waits for one that is being committed, where a plain read was
   * measured to find nothing.
   *
   * <p>One that was not written is kept from being so: a row of its id is inserted and deleted, on
   * which its COMMIT fails should it reach another node of a group only later (measured: else the
   * retry and the late COMMIT both took effect).
   */
  static boolean existsElseNeverWill(Handle handle, UUID id) {
    byte[] key = BinaryId.bytes(id);
    try {
      handle.execute(
          """
          INSERT INTO travel_event
            (id, operator_id, aggregate_id, version, type, payload, occurred_at)
          VALUES (?, ?, ?, 0, 'none', '{}', UTC_TIMESTAMP(6))
          """,
          key,
          key,
          key);
    } catch (JdbiException e) {
      SQLException failure = VendorError.find(e);
      if (failure != null && VendorError.of(failure) == VendorError.DUPLICATE) {
        return true;
      }
      throw e;
    }
    handle.execute("DELETE FROM travel_event WHERE id = ?", (Object) key);
    return OutboxEventTable.exists(handle, id);
  }

  /**
   * An event that nobody has collected yet.
   *
   * @param id its key
   * @param subject of the booking, occurrence or schedule
   * @param version see the table
   * @param type what happened
   */
  record Uncollected(UUID id, UUID subject, int version, String type) {}

  /** Committed events after an id, in the order of ids, that nobody else has: locked. */
  static List<Uncollected> lockAfter(Handle handle, UUID after, int most) {
    return Sql.query(
        handle,
        """
        SELECT id, aggregate_id, version, type FROM travel_event FORCE INDEX (PRIMARY)
        WHERE id > ? ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        List.of(after, most),
        EventTable::read);
  }

  /** Those of these events that are there and that nobody else has: locked. */
  static List<Uncollected> lock(Handle handle, List<UUID> ids) {
    return Sql.query(
        handle,
        "SELECT id, aggregate_id, version, type FROM travel_event FORCE INDEX (PRIMARY) WHERE "
            + Placeholders.keys(List.of("id"), ids.size())
            + " FOR UPDATE SKIP LOCKED",
        ids,
        EventTable::read);
  }

  /**
   * The lowest version of each of these subjects that is still here, by a plain read of all that is
   * here: little, where events are collected.
   */
  static Map<UUID, Integer> lowestVersions(Handle handle, Collection<UUID> subjects) {
    String sql =
        "SELECT aggregate_id, MIN(version) AS lowest FROM travel_event WHERE aggregate_id IN ("
            + Placeholders.list(subjects.size())
            + ") GROUP BY aggregate_id";
    Map<UUID, Integer> lowest = new HashMap<>();
    Sql.query(
            handle,
            sql,
            List.copyOf(subjects),
            row -> Map.entry(BinaryId.uuid(row.getBytes("aggregate_id")), row.getInt("lowest")))
        .forEach(entry -> lowest.put(entry.getKey(), entry.getValue()));
    return lowest;
  }

  static void delete(Handle handle, List<UUID> ids) {
    MultiRow.delete(handle, "travel_event", "id", ids);
  }

  private static Uncollected read(ResultSet row) throws SQLException {
    return new Uncollected(
        BinaryId.uuid(row.getBytes("id")),
        BinaryId.uuid(row.getBytes("aggregate_id")),
        row.getInt("version"),
        row.getString("type"));
  }

  private static List<@Nullable Object> event(Entry e) {
    return List.of(
        e.id(),
        e.operator(),
        e.subject(),
        e.version(),
        e.type().text(),
        e.payload(),
        UtcTime.text(e.at()));
  }

  private static AuditRecord audit(Entry e) {
    return new AuditRecord(e.id(), e.operator(), e.subject(), e.type().text(), e.detail(), e.at());
  }
}
