package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.UnitState;
import io.travelsuite.price.PromoUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_line: a row a line and pool. */
final class LineTable {

  private static final String INSERT =
      """
      INSERT INTO travel_line
        (booking_id, row_no, line_no, occurrence_id, from_leg, to_leg, fare_unit,
         fare_class, pool, per_unit, unit_states, seats, price)\
      """;

  private static final List<String> KEY = List.of("booking_id", "row_no");

  /** The place of unit_states in a row. */
  private static final int UNIT_STATES = 10;

  private LineTable() {}

  /** How many rows lines take. */
  static int rows(Collection<BookedLine> lines) {
    return lines.stream().mapToInt(line -> line.takes().size()).sum();
  }

  /** The rows of lines, the first of them with that number. */
  static List<List<@Nullable Object>> values(
      BookingId booking, int firstRow, Collection<BookedLine> lines) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (BookedLine line : lines) {
      line.takes()
          .forEach((pool, perUnit) -> rows.add(row(booking, firstRow + rows.size(), line, pool)));
    }
    return rows;
  }

  static void insert(Handle handle, List<List<@Nullable Object>> rows) {
    MultiRow.insert(handle, INSERT, rows);
  }

  /** The row of a booking's promo code, after those of its lines. */
  static List<@Nullable Object> row(BookingId booking, int rowNo, PromoUse promo, int lineNo) {
    CounterKey uses = PromoTable.uses(promo.id());
    List<@Nullable Object> row = new ArrayList<>();
    row.addAll(List.of(booking.value(), rowNo, lineNo, uses.occurrence().value(), 0, 1));
    row.addAll(Arrays.asList(null, null, uses.pool(), 1, "A", null));
    row.add(PriceJson.write(promo));
    return row;
  }

  /** Sets the units of rows that are there. */
  static void update(Handle handle, List<List<@Nullable Object>> rows) {
    MultiRow.upsert(handle, INSERT, rows, List.of("unit_states"));
  }

  /** The rows of bookings that are locked, by exact keys. */
  static Map<BookingId, List<LineRow>> lock(Handle handle, List<BookingRow> bookings) {
    List<Object> keys = new ArrayList<>();
    for (BookingRow booking : bookings) {
      for (int row = 0; row < booking.lineRows(); row++) {
        keys.add(booking.booking().id().value());
        keys.add(row);
      }
    }
    Map<BookingId, List<LineRow>> lines = new HashMap<>();
    for (int from = 0; from < keys.size(); from += 2 * Placeholders.MOST_KEYS) {
      List<Object> part =
          keys.subList(from, Math.min(keys.size(), from + 2 * Placeholders.MOST_KEYS));
      String sql =
          """
          SELECT * FROM travel_line FORCE INDEX (PRIMARY)
          WHERE %s
          ORDER BY booking_id, row_no LOCK IN SHARE MODE
          """
              .formatted(Placeholders.keys(KEY, part.size() / 2));
      Sql.query(handle, sql, part, LineRow::of)
          .forEach(row -> lines.computeIfAbsent(row.booking(), b -> new ArrayList<>()).add(row));
    }
    return lines;
  }

  /** The rows of a line that is there, its units in these states; none once it is given up. */
  static List<List<@Nullable Object>> values(
      BookingId booking, List<Integer> rowNumbers, BookedLine line, String states) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int i = 0;
    for (String pool : line.takes().keySet()) {
      List<@Nullable Object> row = row(booking, rowNumbers.get(i++), line, pool);
      row.set(UNIT_STATES, states);
      rows.add(row);
    }
    return rows;
  }

  static String states(List<UnitState> units) {
    StringBuilder states = new StringBuilder(units.size());
    units.forEach(unit -> states.append(unit.name().charAt(0)));
    return states.toString();
  }

  private static List<@Nullable Object> row(
      BookingId booking, int rowNo, BookedLine line, String pool) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(booking.value());
    row.add(rowNo);
    row.add(line.number());
    UUID occurrence = line.occurrence().value();
    row.add(occurrence);
    row.add(line.legs().from());
    row.add(line.legs().to());
    row.add(line.fareUnit());
    row.add(line.fareClass());
    row.add(pool);
    row.add(line.takes().get(pool));
    row.add(states(line.units()));
    row.add(SeatText.write(line));
    row.add(PriceJson.write(line.price()));
    return row;
  }
}
