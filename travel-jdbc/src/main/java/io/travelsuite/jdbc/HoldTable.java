package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_hold: live holds of each occurrence by expiry. */
final class HoldTable {

  private static final List<String> KEY = List.of("occurrence_id", "expires_at", "booking_id");

  private HoldTable() {}

  /** One row. */
  record Entry(OccurrenceId occurrence, String expiresAt, BookingId booking) {

    private List<@Nullable Object> values() {
      return List.of(occurrence.value(), expiresAt, booking.value());
    }
  }

  /** The rows that a booking has. */
  static Set<Entry> entries(@Nullable Booking booking) {
    Set<Entry> entries = new HashSet<>();
    if (booking != null && booking.state() == BookingState.HELD && booking.expiresAt() != null) {
      String expiresAt = UtcTime.text(booking.expiresAt());
      for (BookedLine line : booking.lines()) {
        entries.add(new Entry(line.occurrence(), expiresAt, booking.id()));
      }
      if (booking.promo() != null) {
        OccurrenceId promo = PromoTable.uses(booking.promo().id()).occurrence();
        entries.add(new Entry(promo, expiresAt, booking.id()));
      }
    }
    return entries;
  }

  static void insert(Handle handle, Set<Entry> entries) {
    MultiRow.insert(
        handle,
        "INSERT INTO travel_hold (occurrence_id, expires_at, booking_id)",
        entries.stream().map(Entry::values).toList());
  }

  static void delete(Handle handle, Set<Entry> entries) {
    MultiRow.delete(handle, "travel_hold", KEY, entries.stream().map(Entry::values).toList());
  }

  /** The rows of an occurrence. */
  static List<Entry> of(Handle handle, OccurrenceId occurrence) {
    return handle
        .createQuery(
            "SELECT occurrence_id, expires_at, booking_id FROM travel_hold WHERE occurrence_id = ?")
        .bind(0, BinaryId.bytes(occurrence.value()))
        .map(
            (row, context) ->
                new Entry(
                    occurrence,
                    UtcTime.text(UtcTime.instant(row, "expires_at")),
                    new BookingId(BinaryId.uuid(row.getBytes("booking_id")))))
        .list();
  }

  /** Expired holds that take units of a pool on one of these legs, the oldest first. */
  static List<BookingId> expired(
      Handle handle, CounterKey pool, LegRange legs, ExpiredLimit limit) {
    return Sql.query(
        handle,
        """
        SELECT h.booking_id
        FROM travel_hold h STRAIGHT_JOIN travel_line l
          ON l.booking_id = h.booking_id AND l.occurrence_id = h.occurrence_id
        WHERE h.occurrence_id = ? AND h.expires_at <= ?
          AND l.pool = ? AND l.from_leg < ? AND l.to_leg > ?
        ORDER BY h.expires_at LIMIT ?
        """,
        List.of(
            pool.occurrence().value(),
            UtcTime.text(limit.now()),
            pool.pool(),
            legs.to(),
            legs.from(),
            limit.most()),
        row -> new BookingId(BinaryId.uuid(row.getBytes("booking_id"))));
  }

  /**
   * Expired holds of any occurrence. Reads the whole table, which is as large as the live holds are
   * many, and never grows with history.
   */
  static List<BookingId> expired(Handle handle, ExpiredLimit limit) {
    return handle
        .createQuery("SELECT DISTINCT booking_id FROM travel_hold WHERE expires_at <= ? LIMIT ?")
        .bind(0, UtcTime.text(limit.now()))
        .bind(1, limit.most())
        .map((row, context) -> new BookingId(BinaryId.uuid(row.getBytes("booking_id"))))
        .list();
  }

  /** Expired when, and how many at most. */
  record ExpiredLimit(Instant now, int most) {}
}
