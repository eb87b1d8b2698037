package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OccurrenceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The table travel_seat: which booking has a seat on a leg. Touched only with the counters of its
 * pool and leg locked, so that two transactions never meet here.
 */
final class SeatTable {

  private static final List<String> KEY = List.of("occurrence_id", "leg", "seat");

  private SeatTable() {}

  /** Who has these seats; seats that are free are left out. */
  static Map<SeatKey, BookingId> claims(Handle handle, Collection<SeatKey> seats, String lock) {
    Map<SeatKey, BookingId> claims = new HashMap<>();
    List<SeatKey> sorted = seats.stream().sorted().toList();
    for (int from = 0; from < sorted.size(); from += Placeholders.MOST_KEYS) {
      List<SeatKey> part =
          sorted.subList(from, Math.min(sorted.size(), from + Placeholders.MOST_KEYS));
      String sql =
          """
          SELECT occurrence_id, leg, seat, booking_id
          FROM travel_seat FORCE INDEX (PRIMARY)
          WHERE %s
          """
                  .formatted(Placeholders.keys(KEY, part.size()))
              + lock;
      List<Object> values = new ArrayList<>();
      for (SeatKey seat : part) {
        values.addAll(List.of(seat.occurrence().value(), seat.leg(), seat.seat()));
      }
      Sql.query(handle, sql, values, SeatTable::claim)
          .forEach(claim -> claims.put(claim.getKey(), claim.getValue()));
    }
    return claims;
  }

  /** What is taken of an occurrence. */
  static List<SeatBoard.Claim> taken(Handle handle, OccurrenceId occurrence) {
    return Sql.query(
        handle,
        "SELECT leg, seat FROM travel_seat FORCE INDEX (PRIMARY) WHERE occurrence_id = ?",
        List.of(occurrence.value()),
        row -> new SeatBoard.Claim(row.getInt("leg"), row.getString("seat")));
  }

  /** What is taken of an occurrence, but for what only expired holds have. */
  static List<SeatBoard.Claim> taken(Handle handle, OccurrenceId occurrence, Instant now) {
    return Sql.query(
        handle,
        """
        SELECT leg, seat FROM travel_seat FORCE INDEX (PRIMARY)
        WHERE occurrence_id = ? AND booking_id NOT IN (
          SELECT booking_id FROM travel_hold WHERE occurrence_id = ? AND expires_at <= ?)
        """,
        List.of(occurrence.value(), occurrence.value(), UtcTime.text(now)),
        row -> new SeatBoard.Claim(row.getInt("leg"), row.getString("seat")));
  }

  /** Every claim on seats of an occurrence. */
  static SortedMap<SeatKey, BookingId> of(Handle handle, OccurrenceId occurrence) {
    SortedMap<SeatKey, BookingId> claims = new TreeMap<>();
    handle
        .createQuery(
            "SELECT occurrence_id, leg, seat, booking_id FROM travel_seat WHERE occurrence_id = ?")
        .bind(0, BinaryId.bytes(occurrence.value()))
        .map((row, context) -> claim(row))
        .forEach(claim -> claims.put(claim.getKey(), claim.getValue()));
    return claims;
  }

  private static Map.Entry<SeatKey, BookingId> claim(ResultSet row) throws SQLException {
    return Map.entry(
        new SeatKey(
            new OccurrenceId(BinaryId.uuid(row.getBytes("occurrence_id"))),
            row.getInt("leg"),
            row.getString("seat")),
        new BookingId(BinaryId.uuid(row.getBytes("booking_id"))));
  }

  static void insert(Handle handle, Map<SeatKey, BookingId> claims) {
    List<List<@Nullable Object>> rows =
        claims.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .<List<@Nullable Object>>map(
                e ->
                    List.of(
                        e.getKey().occurrence().value(),
                        e.getKey().leg(),
                        e.getKey().seat(),
                        e.getValue().value()))
            .toList();
    MultiRow.insert(handle, "INSERT INTO travel_seat (occurrence_id, leg, seat, booking_id)", rows);
  }

  static void delete(Handle handle, Collection<SeatKey> seats) {
    List<List<@Nullable Object>> rows =
        seats.stream()
            .sorted()
            .<List<@Nullable Object>>map(
                seat -> List.of(seat.occurrence().value(), seat.leg(), seat.seat()))
            .toList();
    MultiRow.delete(handle, "travel_seat", KEY, rows);
  }
}
