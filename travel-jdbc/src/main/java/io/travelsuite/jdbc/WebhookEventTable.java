package io.travelsuite.jdbc;

import io.travelsuite.Mode;
import io.travelsuite.payments.inbox.DeadWebhook;
import io.travelsuite.payments.inbox.InboxId;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_webhook_event. What is waited for is locked by its primary key alone. */
final class WebhookEventTable {

  /** In a statement, and one body more: twice that, should all be escaped, is within 16 MB. */
  private static final int MOST_BYTES = 2 << 20;

  private static final String INSERT =
      """
      INSERT INTO travel_webhook_event
        (id, event_hash, provider, account, mode, event_id, event_type, object_id, trust, body,
         received_at, state, due_at, claim, claimed, tries, note)\
      """;

  private static final String COLUMNS =
      """
      SELECT id, provider, account, mode, event_id, event_type, object_id, trust, body, received_at,
        due_at, claim, claimed, tries, note
      FROM travel_webhook_event FORCE INDEX (travel_webhook_event_due)
      """;

  private WebhookEventTable() {}

  /** Inserts events that a look did not find; one that has come since is refused with 1062. */
  static void insert(Handle handle, List<Arrival> sorted, Instant now) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    long bytes = 0;
    for (Arrival arrival : sorted) {
      rows.add(row(arrival, UtcTime.text(now)));
      bytes += arrival.body().length;
      if (bytes >= MOST_BYTES) {
        MultiRow.insert(handle, INSERT, rows);
        rows.clear();
        bytes = 0;
      }
    }
    MultiRow.insert(handle, INSERT, rows);
  }

  private static List<@Nullable Object> row(Arrival arrival, String at) {
    VerifiedWebhook webhook = arrival.webhook();
    List<@Nullable Object> row = new ArrayList<>(17);
    row.add(arrival.id());
    row.add(arrival.hash().array());
    row.add(webhook.provider());
    row.add(webhook.account());
    row.add(arrival.mode());
    row.add(webhook.eventId());
    row.add(webhook.eventType());
    row.add(webhook.objectId());
    row.add(webhook.trust().name());
    row.add(arrival.body());
    row.add(at);
    row.add("WAITING");
    row.add(at);
    row.add(0);
    row.add(0);
    row.add(0);
    row.add("");
    return row;
  }

  /**
   * The ids of those of these events that are there, by a plain read: it does not wait for a
   * handler who has one of them locked.
   */
  static Map<ByteBuffer, UUID> find(Handle handle, Collection<ByteBuffer> hashes) {
    Map<ByteBuffer, UUID> found = new HashMap<>();
    List<ByteBuffer> all = List.copyOf(hashes);
    for (int from = 0; from < all.size(); from += Placeholders.MOST_KEYS) {
      List<byte[]> part =
          all.subList(from, Math.min(all.size(), from + Placeholders.MOST_KEYS)).stream()
              .map(ByteBuffer::array)
              .toList();
      String sql =
          "SELECT event_hash, id FROM travel_webhook_event FORCE INDEX (travel_webhook_event_once)"
              + " WHERE event_hash IN ("
              + Placeholders.list(part.size())
              + ")";
      Sql.query(handle, sql, part, WebhookEventTable::readKey)
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  private static Map.Entry<ByteBuffer, UUID> readKey(ResultSet row) throws SQLException {
    return Map.entry(
        ByteBuffer.wrap(row.getBytes("event_hash")), BinaryId.uuid(row.getBytes("id")));
  }

  /** Waiting events that are due and that nobody else has, the longest due first: locked. */
  static List<InboxRow> lockDue(Handle handle, Instant now, int most) {
    return Sql.query(
        handle,
        COLUMNS
            + """
            WHERE state = 'WAITING' AND due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
            """,
        List.of(UtcTime.text(now), most),
        WebhookEventTable::read);
  }

  /** Leases locked events: each is claimed once more, and tried once more. */
  static void claim(Handle handle, List<InboxRow> rows, Instant until) {
    List<Object> values = new ArrayList<>();
    values.add(UtcTime.text(until));
    rows.forEach(row -> values.add(row.id()));
    Sql.update(
        handle,
        "UPDATE travel_webhook_event SET claim = claim + 1, tries = tries + 1, claimed = 1,"
            + " due_at = ? WHERE "
            + Placeholders.keys(List.of("id"), rows.size()),
        values);
  }

  /** Whether all these claims still stand: then they are locked until this is committed. */
  static boolean lock(Handle handle, List<InboxRow> claimed) {
    List<Object> values = new ArrayList<>();
    claimed.forEach(row -> values.addAll(List.of(row.id(), row.claim())));
    String sql =
        "SELECT 1 AS one FROM travel_webhook_event FORCE INDEX (PRIMARY) WHERE ("
            + String.join(" OR ", Collections.nCopies(claimed.size(), "id = ? AND claim = ?"))
            + ") AND state = 'WAITING' FOR UPDATE";
    return Sql.query(handle, sql, values, row -> row.getInt("one")).size() == claimed.size();
  }

  /** Ends locked claims. */
  static void done(Handle handle, List<InboxRow> locked, Instant retainedUntil) {
    List<Object> values = new ArrayList<>();
    values.add(UtcTime.text(retainedUntil));
    locked.forEach(row -> values.add(row.id()));
    Sql.update(
        handle,
        "UPDATE travel_webhook_event SET state = 'DONE', due_at = ?, note = '', claimed = 0 WHERE "
            + Placeholders.keys(List.of("id"), locked.size()),
        values);
  }

  /** Whether this very claim was carried to its end: by a COMMIT whose answer was lost. */
  static boolean wasDone(Handle handle, InboxRow claimed) {
    String sql =
        "SELECT 1 AS one FROM travel_webhook_event WHERE id = ? AND claim = ? AND state = 'DONE'";
    return !Sql.query(handle, sql, List.of(claimed.id(), claimed.claim()), row -> row.getInt("one"))
        .isEmpty();
  }

  /**
   * What becomes of a claimed event.
   *
   * @param state its next
   * @param dueAt see the table
   * @param note why, for people
   */
  record Change(String state, Instant dueAt, String note) {}

  /** Ends a claim, if it still stands. */
  static boolean change(Handle handle, InboxRow claimed, Change change) {
    int changed =
        Sql.update(
            handle,
            """
            UPDATE travel_webhook_event SET state = ?, due_at = ?, note = ?, claimed = 0
            WHERE id = ? AND claim = ? AND state = 'WAITING'
            """,
            List.of(
                change.state(),
                UtcTime.text(change.dueAt()),
                change.note(),
                claimed.id(),
                claimed.claim()));
    return changed > 0;
  }

  static List<DeadWebhook> dead(Handle handle, int most) {
    return Sql.query(
        handle,
        COLUMNS + "WHERE state = 'DEAD' ORDER BY due_at LIMIT ?",
        List.of(most),
        row -> {
          InboxRow read = read(row);
          return new DeadWebhook(
              new InboxId(read.id()),
              read.webhook(),
              read.tries(),
              row.getString("note"),
              UtcTime.instant(row, "received_at"),
              UtcTime.instant(row, "due_at"));
        });
  }

  static boolean replay(Handle handle, UUID id, Instant now) {
    int replayed =
        Sql.update(
            handle,
            """
            UPDATE travel_webhook_event SET state = 'WAITING', due_at = ?, tries = 0, claimed = 0
            WHERE id = ? AND state = 'DEAD'
            """,
            List.of(UtcTime.text(now), id));
    return replayed > 0;
  }

  /** Handled events past their retention that nobody else has: locked. */
  static List<UUID> lockPurgeable(Handle handle, Instant now, int most) {
    return Sql.query(
        handle,
        """
        SELECT id FROM travel_webhook_event FORCE INDEX (travel_webhook_event_due)
        WHERE state = 'DONE' AND due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        List.of(UtcTime.text(now), most),
        row -> BinaryId.uuid(row.getBytes("id")));
  }

  static void delete(Handle handle, List<UUID> ids) {
    MultiRow.delete(handle, "travel_webhook_event", "id", ids);
  }

  private static InboxRow read(ResultSet row) throws SQLException {
    String mode = row.getString("mode");
    VerifiedWebhook webhook =
        new VerifiedWebhook(
            row.getString("provider"),
            row.getString("account"),
            mode.isEmpty() ? null : Mode.valueOf(mode),
            row.getString("event_id"),
            row.getString("event_type"),
            row.getString("object_id"),
            row.getBytes("body"),
            WebhookTrust.valueOf(row.getString("trust")));
    return new InboxRow(
        BinaryId.uuid(row.getBytes("id")),
        webhook,
        row.getInt("claim"),
        row.getInt("claimed") != 0,
        row.getInt("tries"));
  }
}
