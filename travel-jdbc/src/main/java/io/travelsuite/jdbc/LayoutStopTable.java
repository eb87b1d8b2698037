package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.inventory.StopPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_layout_stop: how departures between two stops are found. */
final class LayoutStopTable {

  /** Written ahead by so much, so that a layout's rows are seldom written again. */
  private static final Duration AHEAD = Duration.ofDays(90);

  private LayoutStopTable() {}

  /**
   * Sees to it that an occurrence with that layout is found by its stops. For a layout in use that
   * is one read of one row; to be called whenever an occurrence gets its layout or a later start.
   */
  static void save(Handle handle, Occurrence occurrence, DocumentId layout) {
    List<Stop> stops = occurrence.stops();
    if (stops.isEmpty() || isInUse(handle, occurrence, layout)) {
      return;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int position = 0; position < stops.size(); position++) {
      values.addAll(row(occurrence, layout, position));
    }
    Sql.update(
        handle,
        """
        INSERT INTO travel_layout_stop
          (operator_id, stop, layout, zone, position, departure, place, boarding, alighting,
           in_use_until)
        VALUES %s
        ON DUPLICATE KEY UPDATE in_use_until = GREATEST(in_use_until, VALUES(in_use_until))
        """
            .formatted(Placeholders.rows(stops.size(), 10)),
        values);
  }

  private static List<Object> row(Occurrence occurrence, DocumentId layout, int position) {
    Stop stop = occurrence.stops().get(position);
    return List.of(
        occurrence.operator().value(),
        stop.code(),
        layout.bytes(),
        occurrence.zone().getId(),
        position,
        (int) stop.departure().toSeconds(),
        place(stop, occurrence.zone()).getId(),
        stop.boarding() ? 1 : 0,
        stop.alighting() ? 1 : 0,
        UtcTime.text(occurrence.startsAt().plus(AHEAD)));
  }

  /** The time zone of a stop of an occurrence in that zone. */
  static ZoneId place(Stop stop, ZoneId zone) {
    ZoneId own = stop.zone();
    return own == null ? zone : own;
  }

  private static boolean isInUse(Handle handle, Occurrence occurrence, DocumentId layout) {
    return !Sql.query(
            handle,
            """
            SELECT position FROM travel_layout_stop FORCE INDEX (PRIMARY)
            WHERE operator_id = ? AND stop = ? AND layout = ? AND zone = ? AND position = 0
              AND in_use_until > ?
            """,
            List.of(
                occurrence.operator().value(),
                occurrence.stops().get(0).code(),
                layout.bytes(),
                occurrence.zone().getId(),
                UtcTime.text(occurrence.startsAt())),
            row -> true)
        .isEmpty();
  }

  /**
   * The sections between two stops, of layouts in use by occurrences that leave the first at some
   * moment or later. Where a run comes to a stop twice, those that pass either again are left out.
   */
  static List<LayoutSection> sections(
      Handle handle, OperatorId operator, StopPair stops, Instant earliest) {
    List<LayoutSection> all =
        Sql.query(
            handle,
            """
            SELECT f.layout, f.zone, f.position, t.position AS end_position, f.departure, f.place
            FROM travel_layout_stop f JOIN travel_layout_stop t
              ON t.operator_id = f.operator_id AND t.layout = f.layout AND t.zone = f.zone
            WHERE f.operator_id = ? AND f.stop = ? AND f.boarding = 1
              AND t.operator_id = ? AND t.stop = ? AND t.alighting = 1 AND t.position > f.position
              AND f.in_use_until > CAST(? AS DATETIME(6)) - INTERVAL f.departure SECOND
            """,
            List.of(
                operator.value(),
                stops.from(),
                operator.value(),
                stops.to(),
                UtcTime.text(earliest)),
            LayoutStopTable::section);
    return LayoutSection.nearest(all);
  }

  private static LayoutSection section(ResultSet row) throws SQLException {
    return new LayoutSection(
        DocumentId.stored(row.getBytes("layout")),
        row.getString("zone"),
        new LegRange(row.getInt("position"), row.getInt("end_position")),
        Duration.ofSeconds(row.getLong("departure")),
        ZoneId.of(row.getString("place")));
  }
}
