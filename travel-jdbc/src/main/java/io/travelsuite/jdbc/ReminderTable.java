package io.travelsuite.jdbc;

import io.travelsuite.notify.reminder.ReminderRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_reminder: who was reminded of what. */
final class ReminderTable {

  private static final List<String> KEY = List.of("booking_id", "rule", "about");

  private ReminderTable() {}

  /** What a booking was reminded of. */
  record Key(UUID booking, UUID about) {}

  /** What bookings were reminded of by a rule, and of which moment. */
  static Map<Key, Instant> find(Handle handle, ReminderRule rule, List<UUID> bookings) {
    Map<Key, Instant> found = new HashMap<>();
    if (bookings.isEmpty()) {
      return found;
    }
    List<Object> values = new ArrayList<>(bookings);
    values.add(rule.name());
    Sql.query(
            handle,
            "SELECT booking_id, about, moment FROM travel_reminder FORCE INDEX (PRIMARY)"
                + " WHERE booking_id IN ("
                + Placeholders.list(bookings.size())
                + ") AND rule = ?",
            values,
            row ->
                Map.entry(
                    new Key(
                        BinaryId.uuid(row.getBytes("booking_id")),
                        BinaryId.uuid(row.getBytes("about"))),
                    UtcTime.instant(row, "moment")))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  static void write(Handle handle, ReminderRule rule, List<Reminded> reminded) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Reminded one : reminded) {
      rows.add(
          List.of(
              one.booking().id(), rule.name(), one.about(), UtcTime.text(one.occasion().moment())));
    }
    MultiRow.upsert(
        handle,
        "INSERT INTO travel_reminder (booking_id, rule, about, moment)",
        rows,
        List.of("moment"));
  }

  static int purge(Handle handle, Instant before, int most) {
    List<List<@Nullable Object>> keys =
        Sql.query(
            handle,
            """
            SELECT booking_id, rule, about FROM travel_reminder FORCE INDEX (travel_reminder_past)
            WHERE moment <= ? ORDER BY moment LIMIT ? FOR UPDATE SKIP LOCKED
            """,
            List.of(UtcTime.text(before), most),
            row ->
                List.of(
                    BinaryId.uuid(row.getBytes("booking_id")),
                    row.getString("rule"),
                    BinaryId.uuid(row.getBytes("about"))));
    MultiRow.delete(handle, "travel_reminder", KEY, keys);
    return keys.size();
  }
}
