package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Reminded.RemindedBooking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whom there may be to remind, by exact keys. */
final class ReminderQuery {

  private static final String BOOKINGS =
      "SELECT id, operator_id, reference, state, version, created_at FROM travel_booking"
          + " FORCE INDEX (PRIMARY) WHERE id IN (";

  private ReminderQuery() {}

  /** The bookings that ever had units of a run, after one of them, in the order of ids. */
  static List<UUID> bookings(Handle handle, OccurrenceId run, UUID after, int most) {
    return Sql.query(
        handle,
        """
        SELECT DISTINCT booking_id FROM travel_line FORCE INDEX (travel_line_occurrence)
        WHERE occurrence_id = ? AND booking_id > ? ORDER BY booking_id LIMIT ?
        """,
        List.of(run.value(), after, most),
        row -> BinaryId.uuid(row.getBytes("booking_id")));
  }

  /** Those of some bookings that are in a state. */
  static List<RemindedBooking> inState(Handle handle, List<UUID> ids, String state) {
    return ids.isEmpty()
        ? List.of()
        : Sql.query(
            handle,
            BOOKINGS + Placeholders.list(ids.size()) + ") AND state = ? ORDER BY id",
            values(ids, state),
            ReminderQuery::booking);
  }

  /**
   * The versions of those that are in a state now, and stay so until the commit: an event that
   * tells otherwise comes after the reminder.
   */
  static Map<UUID, RemindedBooking> lock(Handle handle, List<UUID> ids, String state) {
    Map<UUID, RemindedBooking> locked = new HashMap<>();
    if (!ids.isEmpty()) {
      Sql.query(
              handle,
              BOOKINGS
                  + Placeholders.list(ids.size())
                  + ") AND state = ? ORDER BY id LOCK IN SHARE MODE",
              values(ids, state),
              ReminderQuery::booking)
          .forEach(booking -> locked.put(booking.id(), booking));
    }
    return locked;
  }

  private static List<Object> values(List<UUID> ids, String state) {
    List<Object> values = new ArrayList<>(ids);
    values.add(state);
    return values;
  }

  private static RemindedBooking booking(ResultSet row) throws SQLException {
    return new RemindedBooking(
        BinaryId.uuid(row.getBytes("id")),
        BinaryId.uuid(row.getBytes("operator_id")),
        row.getString("reference"),
        row.getString("state"),
        row.getInt("version"),
        UtcTime.instant(row, "created_at"));
  }

  /** A part of a booking that is neither used nor cancelled. */
  record Part(OccurrenceId run, int fromLeg) {}

  /** The parts of bookings. */
  static Map<UUID, Set<Part>> parts(Handle handle, List<UUID> bookings) {
    Map<UUID, Set<Part>> parts = new HashMap<>();
    Sql.query(
            handle,
            "SELECT booking_id, occurrence_id, from_leg FROM travel_line FORCE INDEX (PRIMARY)"
                + " WHERE booking_id IN ("
                + Placeholders.list(bookings.size())
                + ") AND unit_states LIKE '%A%'",
            bookings,
            row ->
                Map.entry(
                    BinaryId.uuid(row.getBytes("booking_id")),
                    new Part(
                        new OccurrenceId(BinaryId.uuid(row.getBytes("occurrence_id"))),
                        row.getInt("from_leg"))))
        .forEach(
            entry ->
                parts
                    .computeIfAbsent(entry.getKey(), booking -> new HashSet<>())
                    .add(entry.getValue()));
    return parts;
  }

  /** A live hold. */
  record Hold(UUID booking, Instant expiresAt) {}

  /**
   * Live holds that expire within a time, after a booking, in the order of ids. Reads the whole
   * table, which is as large as the live holds are many, and never grows with history.
   */
  static List<Hold> holds(Handle handle, Instant now, Instant latest, Page page) {
    return Sql.query(
        handle,
        """
        SELECT DISTINCT booking_id, expires_at FROM travel_hold
        WHERE expires_at > ? AND expires_at <= ? AND booking_id > ?
        ORDER BY booking_id, expires_at LIMIT ?
        """,
        List.of(UtcTime.text(now), UtcTime.text(latest), page.after(), page.most()),
        row ->
            new Hold(
                BinaryId.uuid(row.getBytes("booking_id")), UtcTime.instant(row, "expires_at")));
  }

  /** After which booking, and how many. */
  record Page(UUID after, int most) {}
}
