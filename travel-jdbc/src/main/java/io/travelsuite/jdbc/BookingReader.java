package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads bookings with their lines. */
final class BookingReader {

  private static final String JOINED =
      """
      SELECT b.*, l.booking_id, l.row_no, l.line_no, l.occurrence_id, l.from_leg, l.to_leg, l.pool, l.per_unit,
        l.unit_states, l.seats
      FROM travel_booking b JOIN travel_line l ON l.booking_id = b.id
      """;

  private BookingReader() {}

  static Optional<StoredBooking> find(Handle handle, BookingId id) {
    return read(handle, List.of(id)).stream().findFirst();
  }

  static List<StoredBooking> read(Handle handle, Collection<BookingId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Query query =
        handle.createQuery(
            JOINED
                + "WHERE b.id IN ("
                + Placeholders.list(ids.size())
                + ") ORDER BY b.id, l.row_no");
    int position = 0;
    for (BookingId id : ids) {
      query.bind(position++, BinaryId.bytes(id.value()));
    }
    return bookings(query);
  }

  static Optional<StoredBooking> byReference(Handle handle, OperatorId operator, String reference) {
    return by(handle, "reference", operator, reference);
  }

  static Optional<StoredBooking> byKey(Handle handle, OperatorId operator, String key) {
    return by(handle, "booking_key", operator, key);
  }

  static List<StoredBooking> byKeys(Handle handle, Collection<EarlierHolds.OperatorKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Query query =
        handle.createQuery(
            JOINED
                + "WHERE (b.operator_id, b.booking_key) IN ("
                + Placeholders.rows(keys.size(), 2)
                + ") ORDER BY b.id, l.row_no");
    int position = 0;
    for (EarlierHolds.OperatorKey key : keys) {
      query.bind(position++, BinaryId.bytes(key.operator().value()));
      query.bind(position++, key.key());
    }
    return bookings(query);
  }

  private static Optional<StoredBooking> by(
      Handle handle, String column, OperatorId operator, String value) {
    Query query =
        handle
            .createQuery(
                JOINED + "WHERE b.operator_id = ? AND b." + column + " = ? ORDER BY l.row_no")
            .bind(0, BinaryId.bytes(operator.value()))
            .bind(1, value);
    return bookings(query).stream().findFirst();
  }

  /** The id under a key as it is now, past a stale snapshot; locks the row if there is one. */
  static Optional<BookingId> lockKey(Handle handle, EarlierHolds.OperatorKey key) {
    return handle
        .createQuery(
            """
            SELECT id FROM travel_booking WHERE operator_id = ? AND booking_key = ?
            LOCK IN SHARE MODE
            """)
        .bind(0, BinaryId.bytes(key.operator().value()))
        .bind(1, key.key())
        .map((row, context) -> new BookingId(BinaryId.uuid(row.getBytes("id"))))
        .findOne();
  }

  /**
   * Locks bookings in key order and reads them as they are now, past a stale snapshot. Their lines
   * are named by their exact keys: a range would lock the gap in which the next booking's lines go.
   *
   * @param wait whether to wait for those that somebody else has, or to pass them over
   */
  static List<StoredBooking> lock(Handle handle, Collection<BookingId> ids, boolean wait) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<BookingId> sorted =
        ids.stream().sorted((a, b) -> BinaryId.compare(a.value(), b.value())).toList();
    Query query =
        handle.createQuery(
            """
            SELECT * FROM travel_booking FORCE INDEX (PRIMARY)
            WHERE id IN (%s) ORDER BY id FOR UPDATE %s
            """
                .formatted(Placeholders.list(sorted.size()), wait ? "" : "SKIP LOCKED"));
    for (int i = 0; i < sorted.size(); i++) {
      query.bind(i, BinaryId.bytes(sorted.get(i).value()));
    }
    List<BookingRow> locked = query.map((row, context) -> BookingRow.of(row)).list();
    Map<BookingId, List<LineRow>> lines = LineTable.lock(handle, locked);
    return locked.stream()
        .map(row -> row.with(lines.getOrDefault(row.booking().id(), List.of())))
        .toList();
  }

  private static List<StoredBooking> bookings(Query query) {
    Map<BookingId, BookingRow> rows = new LinkedHashMap<>();
    Map<BookingId, List<LineRow>> lines = new LinkedHashMap<>();
    query
        .map((row, context) -> Map.entry(BookingRow.of(row), LineRow.of(row)))
        .forEach(
            row -> {
              Booking booking = row.getKey().booking();
              rows.putIfAbsent(booking.id(), row.getKey());
              lines.computeIfAbsent(booking.id(), id -> new ArrayList<>()).add(row.getValue());
            });
    return rows.values().stream()
        .map(row -> row.with(lines.getOrDefault(row.booking().id(), List.of())))
        .toList();
  }
}
