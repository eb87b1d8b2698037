package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.schedule.SavedSchedule;
import io.travelsuite.schedule.ScheduleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_occurrence, as far as its rows stand for slots of schedules. */
final class SlotTable {

  private static final String COLUMNS =
      """
      SELECT id, operator_id, product_id, label, local_start, zone, starts_at, layout, terms, state,
        revision, slot, schedule_version
      FROM travel_occurrence
      """;

  private SlotTable() {}

  /** The slots of a schedule in a window that have an occurrence. */
  static List<Slot> in(Handle handle, ScheduleId schedule, Windows.Window window) {
    return Sql.query(
        handle,
        COLUMNS + "WHERE schedule_id = ? AND slot >= ? AND slot < ? ORDER BY slot",
        List.of(schedule.value(), UtcTime.text(window.from()), UtcTime.text(window.to())),
        SlotTable::slot);
  }

  /** The starts in a window that occurrences of the schedule's product and label have. */
  static Map<LocalDateTime, OccurrenceId> starts(
      Handle handle, SavedSchedule saved, Windows.Window window) {
    Map<LocalDateTime, OccurrenceId> starts = new HashMap<>();
    Sql.query(
            handle,
            """
            SELECT id, local_start FROM travel_occurrence
            WHERE product_id = ? AND local_start >= ? AND local_start < ? AND label = ?
            """,
            List.of(
                saved.schedule().product().value(),
                UtcTime.text(window.from()),
                UtcTime.text(window.to()),
                saved.schedule().label()),
            row ->
                Map.entry(
                    row.getObject("local_start", LocalDateTime.class),
                    new OccurrenceId(BinaryId.uuid(row.getBytes("id")))))
        .forEach(entry -> starts.put(entry.getKey(), entry.getValue()));
    return starts;
  }

  /** Inserts those whose slot and start nobody has, and tells which they are. */
  static Set<OccurrenceId> insertAbsent(Handle handle, ScheduleId schedule, List<Slot> slots) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    slots.forEach(slot -> rows.add(values(schedule, slot)));
    MultiRow.insertAbsent(
        handle,
        """
        INSERT INTO travel_occurrence
          (id, operator_id, product_id, label, local_start, zone, starts_at, layout, terms, state,
           revision, schedule_id, slot, schedule_version)\
        """,
        rows,
        "id");
    return ids(handle, slots.stream().map(Slot::id).toList());
  }

  private static Set<OccurrenceId> ids(Handle handle, Collection<OccurrenceId> wanted) {
    return new HashSet<>(
        Sql.query(
            handle,
            "SELECT id FROM travel_occurrence FORCE INDEX (PRIMARY) WHERE id IN ("
                + Placeholders.list(wanted.size())
                + ")",
            wanted.stream().map(OccurrenceId::value).toList(),
            row -> new OccurrenceId(BinaryId.uuid(row.getBytes("id")))));
  }

  /** One as it is now, locked; null when it stands for no slot any more. */
  static @Nullable Slot lock(Handle handle, OccurrenceId id) {
    return Sql.query(
            handle,
            COLUMNS + "WHERE id = ? AND slot IS NOT NULL FOR UPDATE",
            List.of(id.value()),
            SlotTable::slot)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Says that one is as a version of its schedule wants the run of a time. */
  static void align(Handle handle, OccurrenceId id, LocalDateTime time, int version) {
    Sql.update(
        handle,
        "UPDATE travel_occurrence SET slot = ?, schedule_version = ? WHERE id = ?",
        List.of(UtcTime.text(time), version, id.value()));
  }

  /** Says so of many that stand for the times they stood for before. */
  static void align(Handle handle, List<Slot> slots, int version) {
    for (int from = 0; from < slots.size(); from += Placeholders.MOST_KEYS) {
      List<Slot> part = slots.subList(from, Math.min(slots.size(), from + Placeholders.MOST_KEYS));
      List<Object> values = new ArrayList<>(List.of(version));
      part.forEach(slot -> values.add(slot.id().value()));
      Sql.update(
          handle,
          "UPDATE travel_occurrence FORCE INDEX (PRIMARY) SET schedule_version = ? WHERE "
              + Placeholders.keys(List.of("id"), part.size()),
          values);
    }
  }

  /** Takes one that is cancelled out of its schedule, and frees its start for another. */
  static void detach(Handle handle, OccurrenceId id) {
    Sql.update(
        handle,
        """
        UPDATE travel_occurrence
        SET label = ?, schedule_id = NULL, slot = NULL, schedule_version = NULL WHERE id = ?
        """,
        List.of(id.toString().replace("-", ""), id.value()));
  }

  static void delete(Handle handle, OccurrenceId id) {
    Sql.update(handle, "DELETE FROM travel_occurrence WHERE id = ?", List.of(id.value()));
  }

  private static Slot slot(ResultSet row) throws SQLException {
    return new Slot(
        OccurrenceRow.of(row),
        row.getObject("slot", LocalDateTime.class),
        row.getInt("schedule_version"));
  }

  private static List<@Nullable Object> values(ScheduleId schedule, Slot slot) {
    OccurrenceRow row = slot.row();
    Occurrence occurrence = row.occurrence();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(occurrence.id().value());
    values.add(occurrence.operator().value());
    values.add(occurrence.product().value());
    values.add(occurrence.label());
    values.add(UtcTime.text(occurrence.localStart()));
    values.add(occurrence.zone().getId());
    values.add(UtcTime.text(occurrence.startsAt()));
    values.add(row.layout().bytes());
    values.add(row.terms().bytes());
    values.add(row.state().name());
    values.add(row.revision());
    values.add(schedule.value());
    values.add(UtcTime.text(slot.time()));
    values.add(slot.version());
    return values;
  }
}
