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

/** Reads bookings with their lines. */
final class BookingReader {

  /**
   * By an index of its own choice, and the lines by theirs: while an on-sale fills the tables, what
   * the server knows of their sizes is old, and a scan looks cheap (measured: 150 ms a batch).
   */
  private static final String JOINED =
      """
      SELECT b.*, l.booking_id, l.row_no, l.line_no, l.occurrence_id, l.from_leg, l.to_leg,
        l.fare_unit, l.fare_class, l.pool, l.per_unit, l.unit_states, l.seats,
        l.price
      FROM travel_booking b FORCE INDEX (%s)
        STRAIGHT_JOIN travel_line l FORCE INDEX (PRIMARY) ON l.booking_id = b.id
      WHERE %s ORDER BY b.id, l.row_no
      """;

  private static final String BY_KEY = "travel_booking_key";

  private static final List<String> KEY = List.of("b.operator_id", "b.booking_key");

  private BookingReader() {}

  static Optional<StoredBooking> find(Handle handle, BookingId id) {
    return read(handle, List.of(id)).stream().findFirst();
  }

  static List<StoredBooking> read(Handle handle, Collection<BookingId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String condition = "b.id IN (" + Placeholders.list(ids.size()) + ")";
    String sql = JOINED.formatted("PRIMARY", condition);
    return bookings(handle, sql, ids.stream().map(BookingId::value).toList());
  }

  static Optional<StoredBooking> byReference(Handle handle, OperatorId operator, String reference) {
    String sql =
        JOINED.formatted("travel_booking_reference", "b.operator_id = ? AND b.reference = ?");
    return bookings(handle, sql, List.of(operator.value(), reference)).stream().findFirst();
  }

  static Optional<StoredBooking> byKey(Handle handle, OperatorId operator, String key) {
    return byKeys(handle, List.of(new EarlierHolds.OperatorKey(operator, key))).stream()
        .findFirst();
  }

  static List<StoredBooking> byKeys(Handle handle, Collection<EarlierHolds.OperatorKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    keys.forEach(key -> values.addAll(List.of(key.operator().value(), key.key())));
    return bookings(handle, JOINED.formatted(BY_KEY, Placeholders.keys(KEY, keys.size())), values);
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
    String sql =
        """
        SELECT * FROM travel_booking FORCE INDEX (PRIMARY)
        WHERE id IN (%s) ORDER BY id FOR UPDATE %s
        """
            .formatted(Placeholders.list(sorted.size()), wait ? "" : "SKIP LOCKED");
    List<BookingRow> locked =
        Sql.query(handle, sql, sorted.stream().map(BookingId::value).toList(), BookingRow::of);
    Map<BookingId, List<LineRow>> lines = LineTable.lock(handle, locked);
    return locked.stream()
        .map(row -> row.with(lines.getOrDefault(row.booking().id(), List.of())))
        .toList();
  }

  private static List<StoredBooking> bookings(
      Handle handle, String sql, List<? extends Object> values) {
    Map<BookingId, BookingRow> rows = new LinkedHashMap<>();
    Map<BookingId, List<LineRow>> lines = new LinkedHashMap<>();
    Sql.query(handle, sql, values, row -> Map.entry(BookingRow.of(row), LineRow.of(row)))
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
