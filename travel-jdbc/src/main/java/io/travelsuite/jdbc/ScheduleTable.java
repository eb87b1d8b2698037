package io.travelsuite.jdbc;

import io.travelsuite.inventory.ProductId;
import io.travelsuite.schedule.SavedSchedule;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table travel_schedule. */
final class ScheduleTable {

  private static final String COLUMNS =
      "SELECT id, product_id, code, version, text FROM travel_schedule ";

  private ScheduleTable() {}

  static Optional<SavedSchedule> find(Handle handle, ScheduleId id, String lock) {
    return Sql.query(
            handle, COLUMNS + "WHERE id = ? " + lock, List.of(id.value()), ScheduleTable::schedule)
        .stream()
        .findFirst();
  }

  static Optional<SavedSchedule> find(Handle handle, ProductId product, String code, String lock) {
    return Sql.query(
            handle,
            COLUMNS + "WHERE product_id = ? AND code = ? " + lock,
            List.of(product.value(), code),
            ScheduleTable::schedule)
        .stream()
        .findFirst();
  }

  static List<SavedSchedule> of(Handle handle, ProductId product) {
    return Sql.query(
        handle,
        COLUMNS + "WHERE product_id = ? ORDER BY code",
        List.of(product.value()),
        ScheduleTable::schedule);
  }

  static void insert(Handle handle, SavedSchedule saved) {
    Schedule schedule = saved.schedule();
    Sql.update(
        handle,
        "INSERT INTO travel_schedule (id, product_id, code, version, text) VALUES (?, ?, ?, ?, ?)",
        List.of(
            saved.id().value(),
            schedule.product().value(),
            schedule.code(),
            saved.version(),
            ScheduleJson.write(schedule)));
  }

  static void update(Handle handle, SavedSchedule saved) {
    Sql.update(
        handle,
        "UPDATE travel_schedule SET version = ?, text = ? WHERE id = ?",
        List.of(saved.version(), ScheduleJson.write(saved.schedule()), saved.id().value()));
  }

  /**
   * Locks a schedule, so that it does not change until the end of the transaction; whether it is
   * still of that version.
   *
   * @param lock {@code FOR UPDATE} keeps other generators out too, {@code LOCK IN SHARE MODE} does
   *     not
   */
  static boolean lock(Handle handle, SavedSchedule saved, String lock) {
    return Sql.query(
            handle,
            "SELECT version FROM travel_schedule WHERE id = ? " + lock,
            List.of(saved.id().value()),
            row -> row.getInt("version"))
        .contains(saved.version());
  }

  private static SavedSchedule schedule(ResultSet row) throws SQLException {
    ProductId product = new ProductId(BinaryId.uuid(row.getBytes("product_id")));
    return new SavedSchedule(
        new ScheduleId(BinaryId.uuid(row.getBytes("id"))),
        row.getInt("version"),
        ScheduleJson.read(product, row.getString("code"), row.getString("text")));
  }
}
