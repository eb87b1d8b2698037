package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.price.PromoId;
import io.travelsuite.price.PromoUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of travel_line. The rows of one line differ only in pool and amount. */
record LineRow(
    BookingId booking,
    int row,
    int line,
    OccurrenceId occurrence,
    LegRange legs,
    @Nullable String fareUnit,
    @Nullable String fareClass,
    String pool,
    int perUnit,
    String unitStates,
    @Nullable String seats,
    @Nullable String price) {

  static LineRow of(ResultSet row) throws SQLException {
    return new LineRow(
        new BookingId(BinaryId.uuid(row.getBytes("booking_id"))),
        row.getInt("row_no"),
        row.getInt("line_no"),
        new OccurrenceId(BinaryId.uuid(row.getBytes("occurrence_id"))),
        new LegRange(row.getInt("from_leg"), row.getInt("to_leg")),
        row.getString("fare_unit"),
        row.getString("fare_class"),
        row.getString("pool"),
        row.getInt("per_unit"),
        row.getString("unit_states"),
        row.getString("seats"),
        row.getString("price"));
  }

  /** The numbers of the rows of each line. */
  static SortedMap<Integer, List<Integer>> byLine(List<LineRow> rows) {
    SortedMap<Integer, List<Integer>> byLine = new TreeMap<>();
    rows.forEach(row -> byLine.computeIfAbsent(row.line, l -> new ArrayList<>()).add(row.row));
    return byLine;
  }

  /** The lines, without those that were changed for others. */
  static List<BookedLine> lines(List<LineRow> rows) {
    SortedMap<Integer, List<LineRow>> byLine = new TreeMap<>();
    rows.stream()
        .filter(row -> !row.unitStates.isEmpty() && !row.isPromo())
        .forEach(row -> byLine.computeIfAbsent(row.line, l -> new ArrayList<>()).add(row));
    return byLine.values().stream().map(LineRow::line).toList();
  }

  /** The promo code, or null. */
  static @Nullable PromoUse promo(List<LineRow> rows) {
    return rows.stream()
        .filter(LineRow::isPromo)
        .findFirst()
        .map(
            row ->
                PriceJson.readPromo(
                    new PromoId(row.occurrence.value()), Objects.requireNonNull(row.price)))
        .orElse(null);
  }

  private boolean isPromo() {
    return pool.equals(PromoTable.USES);
  }

  private static BookedLine line(List<LineRow> rows) {
    LineRow first = rows.get(0);
    SortedMap<String, Integer> takes = new TreeMap<>();
    rows.forEach(row -> takes.put(row.pool, row.perUnit));
    return new BookedLine(
        first.line,
        first.occurrence,
        first.fareUnit,
        first.fareClass,
        first.legs,
        takes,
        first.units(),
        SeatText.seats(first.seats),
        SeatText.changes(first.seats),
        PriceJson.readPrice(first.price));
  }

  private List<UnitState> units() {
    return unitStates.chars().mapToObj(LineRow::unit).toList();
  }

  private static UnitState unit(int letter) {
    return switch (letter) {
      case 'A' -> UnitState.ACTIVE;
      case 'C' -> UnitState.CANCELLED;
      case 'R' -> UnitState.REDEEMED;
      default -> throw new IllegalStateException("unknown unit state " + (char) letter);
    };
  }
}
