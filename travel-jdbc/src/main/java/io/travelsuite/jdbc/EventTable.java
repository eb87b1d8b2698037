package io.travelsuite.jdbc;

import java.sql.SQLException;
import java.util.List;
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
      String at) {}

  static void insert(Handle handle, List<Entry> entries) {
    List<List<@Nullable Object>> events =
        entries.stream().<List<@Nullable Object>>map(EventTable::event).toList();
    List<List<@Nullable Object>> audits =
        entries.stream().<List<@Nullable Object>>map(EventTable::audit).toList();
    MultiRow.insert(
        handle,
        """
        INSERT INTO travel_event
          (id, operator_id, aggregate_id, version, type, payload, occurred_at)\
        """,
        events);
    MultiRow.insert(
        handle,
        """
        INSERT INTO travel_audit
          (subject_id, id, operator_id, action, detail, recorded_at)\
        """,
        audits);
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
    return false;
  }

  private static List<@Nullable Object> event(Entry e) {
    return List.of(
        e.id(), e.operator(), e.subject(), e.version(), e.type().text(), e.payload(), e.at());
  }

  private static List<@Nullable Object> audit(Entry e) {
    return List.of(e.subject(), e.id(), e.operator(), e.type().text(), e.detail(), e.at());
  }
}
