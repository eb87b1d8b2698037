package io.travelsuite.jdbc;

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

/** The table travel_outbox_delivery. What is waited for is locked by its primary key alone. */
final class OutboxDeliveryTable {

  private static final List<String> KEY =
      List.of("subscription", "aggregate_id", "version", "event_id");

  private static final String COLUMNS =
      "SELECT subscription, aggregate_id, version, event_id, due_at, claim, claimed, tries"
          + " FROM travel_outbox_delivery FORCE INDEX (";

  private OutboxDeliveryTable() {}

  /** Notes events for subscriptions, due at once; what is noted already stays as it is. */
  static void insert(Handle handle, List<OutboxRow.Key> keys, Instant now) {
    String at = UtcTime.text(now);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (OutboxRow.Key key : keys) {
      List<@Nullable Object> row = new ArrayList<>(key.values());
      Collections.addAll(row, at, at, 0, 0, 0, "");
      rows.add(row);
    }
    MultiRow.insertAbsent(
        handle,
        """
        INSERT INTO travel_outbox_delivery
          (subscription, aggregate_id, version, event_id, collected_at, due_at, claim, claimed,
           tries, note)\
        """,
        rows,
        "claim");
  }

  /** What is due and nobody else has, the longest due first: locked. */
  static List<OutboxRow> lockDue(Handle handle, String subscription, Instant now, int most) {
    return Sql.query(
        handle,
        COLUMNS
            + "travel_outbox_delivery_due) WHERE subscription = ? AND due_at <= ?"
            + " ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED",
        List.of(subscription, UtcTime.text(now), most),
        OutboxDeliveryTable::read);
  }

  /** All that a subscription has before it of some subjects, by a plain read. */
  static List<OutboxRow> of(Handle handle, String subscription, Collection<UUID> subjects) {
    List<Object> values = new ArrayList<>();
    subjects.forEach(subject -> Collections.addAll(values, subscription, subject));
    return Sql.query(
        handle,
        COLUMNS
            + "PRIMARY) WHERE "
            + Placeholders.keys(List.of("subscription", "aggregate_id"), subjects.size()),
        values,
        OutboxDeliveryTable::read);
  }

  /** Leases locked events: each is claimed once more, and tried once more. */
  static void claim(Handle handle, List<OutboxRow> rows, Instant until) {
    update(
        handle,
        "claim = claim + 1, tries = tries + 1, claimed = 1, due_at = ?",
        List.of(UtcTime.text(until)),
        rows);
  }

  /** Lets locked events wait, without a try. */
  static void wait(Handle handle, List<OutboxRow> rows, Instant until) {
    update(handle, "due_at = ?", List.of(UtcTime.text(until)), rows);
  }

  /** Gives locked events back as if they had not been claimed. */
  static void giveBack(Handle handle, List<OutboxRow> rows, Instant now) {
    update(handle, "due_at = ?, tries = tries - 1, claimed = 0", List.of(UtcTime.text(now)), rows);
  }

  /** Puts a locked event off after it was tried in vain. */
  static void putOff(Handle handle, OutboxRow row, Instant until, String note) {
    update(
        handle,
        "due_at = ?, note = ?, claimed = 0",
        List.of(UtcTime.text(until), note),
        List.of(row));
  }

  private static void update(
      Handle handle, String set, List<Object> setValues, List<OutboxRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>(setValues);
    rows.forEach(row -> values.addAll(row.key().values()));
    Sql.update(
        handle,
        "UPDATE travel_outbox_delivery SET "
            + set
            + " WHERE "
            + Placeholders.keys(KEY, rows.size()),
        values);
  }

  /** Those of these claims that still stand: they are locked until this is committed. */
  static List<OutboxRow> lock(Handle handle, List<OutboxRow> claimed) {
    List<Object> values = new ArrayList<>();
    claimed.forEach(row -> values.addAll(row.key().values()));
    String sql =
        COLUMNS + "PRIMARY) WHERE " + Placeholders.keys(KEY, claimed.size()) + " FOR UPDATE";
    Map<OutboxRow.Key, Integer> claims = new HashMap<>();
    Sql.query(handle, sql, values, OutboxDeliveryTable::read)
        .forEach(row -> claims.put(row.key(), row.claim()));
    return claimed.stream()
        .filter(row -> claims.getOrDefault(row.key(), -1) == row.claim())
        .toList();
  }

  static void delete(Handle handle, List<OutboxRow> rows) {
    MultiRow.delete(
        handle,
        "travel_outbox_delivery",
        KEY,
        rows.stream().<List<@Nullable Object>>map(row -> List.copyOf(row.key().values())).toList());
  }

  /** Some of what a subscription has before it, locked; what others have locked is left out. */
  static List<OutboxRow> lockAny(Handle handle, String subscription, int most) {
    return Sql.query(
        handle,
        COLUMNS + "PRIMARY) WHERE subscription = ? LIMIT ? FOR UPDATE",
        List.of(subscription, most),
        OutboxDeliveryTable::read);
  }

  /** When the first of each of these subscriptions is due; of those that have nothing, nothing. */
  static Map<String, Instant> firstDue(Handle handle, List<String> subscriptions) {
    Map<String, Instant> first = new HashMap<>();
    String one =
        "(SELECT subscription, due_at FROM travel_outbox_delivery"
            + " FORCE INDEX (travel_outbox_delivery_due)"
            + " WHERE subscription = ? ORDER BY due_at LIMIT 1)";
    Sql.query(
            handle,
            String.join(" UNION ALL ", Collections.nCopies(subscriptions.size(), one)),
            subscriptions,
            row -> Map.entry(row.getString("subscription"), UtcTime.instant(row, "due_at")))
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return first;
  }

  private static OutboxRow read(ResultSet row) throws SQLException {
    return new OutboxRow(
        new OutboxRow.Key(
            row.getString("subscription"),
            BinaryId.uuid(row.getBytes("aggregate_id")),
            row.getInt("version"),
            BinaryId.uuid(row.getBytes("event_id"))),
        UtcTime.instant(row, "due_at"),
        row.getInt("claim"),
        row.getInt("claimed") != 0,
        row.getInt("tries"));
  }
}
