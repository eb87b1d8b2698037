package io.travelsuite.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_subject_key. */
final class SubjectKeyTable {

  private static final String INSERT =
      "INSERT INTO travel_subject_key (operator_id, subject_id, revision, keys_text, destroyed_at)";

  private static final List<String> KEY = List.of("operator_id", "subject_id");

  private SubjectKeyTable() {}

  static void insert(Handle handle, List<SubjectKeyRow> rows) {
    MultiRow.insert(handle, INSERT, rows.stream().map(SubjectKeyTable::values).toList());
  }

  /** Leaves a row that is there as it is. */
  static void insertAbsent(Handle handle, SubjectKeyRow row) {
    MultiRow.insertAbsent(handle, INSERT, List.of(values(row)), "revision");
  }

  private static List<@Nullable Object> values(SubjectKeyRow row) {
    return Arrays.asList(
        row.operator(),
        row.subject(),
        row.revision(),
        row.keys(),
        UtcTime.textOrNull(row.destroyedAt()));
  }

  /** A row; with a lock of it where one is asked for. */
  static Optional<SubjectKeyRow> find(Handle handle, UUID operator, UUID subject, String lock) {
    return Sql.query(
            handle,
            "SELECT * FROM travel_subject_key WHERE operator_id = ? AND subject_id = ?" + lock,
            List.of(operator, subject),
            SubjectKeyTable::read)
        .stream()
        .findFirst();
  }

  /** The rows that are there of some sealed customers, by the ids of their bookings. */
  static Map<UUID, SubjectKeyRow> of(Handle handle, List<SealedCustomer> customers) {
    Map<UUID, SubjectKeyRow> found = new HashMap<>();
    for (int from = 0; from < customers.size(); from += Placeholders.MOST_KEYS) {
      int to = Math.min(customers.size(), from + Placeholders.MOST_KEYS);
      List<Object> values = new ArrayList<>();
      for (SealedCustomer customer : customers.subList(from, to)) {
        values.add(customer.operator().value());
        values.add(customer.booking().value());
      }
      String condition = Placeholders.keys(KEY, to - from);
      Sql.query(
              handle,
              "SELECT * FROM travel_subject_key FORCE INDEX (PRIMARY) WHERE " + condition,
              values,
              SubjectKeyTable::read)
          .forEach(row -> found.put(row.subject(), row));
    }
    return found;
  }

  /** The next rows behind one, in the order of the key. */
  static List<SubjectKeyRow> after(Handle handle, UUID operator, UUID subject, int limit) {
    return Sql.query(
        handle,
        """
        SELECT * FROM travel_subject_key FORCE INDEX (PRIMARY)
        WHERE operator_id > ? OR operator_id = ? AND subject_id > ?
        ORDER BY operator_id, subject_id LIMIT ?
        """,
        List.of(operator, operator, subject, limit),
        SubjectKeyTable::read);
  }

  /** Changes a row that is not destroyed and has the revision before; whether it was there. */
  static boolean replace(Handle handle, SubjectKeyRow next) {
    int changed =
        Sql.update(
            handle,
            """
            UPDATE travel_subject_key SET revision = ?, keys_text = ?
            WHERE operator_id = ? AND subject_id = ? AND revision = ? AND destroyed_at IS NULL
            """,
            List.of(
                next.revision(),
                next.keys(),
                next.operator(),
                next.subject(),
                next.revision() - 1));
    return changed == 1;
  }

  /** Takes the keys of a row away; whether there were any. */
  static boolean destroy(Handle handle, UUID operator, UUID subject, Instant at) {
    int changed =
        Sql.update(
            handle,
            """
            UPDATE travel_subject_key
            SET revision = revision + 1, keys_text = '', destroyed_at = ?
            WHERE operator_id = ? AND subject_id = ? AND destroyed_at IS NULL
            """,
            List.of(UtcTime.text(at), operator, subject));
    return changed == 1;
  }

  private static SubjectKeyRow read(ResultSet row) throws SQLException {
    return new SubjectKeyRow(
        BinaryId.uuid(row.getBytes("operator_id")),
        BinaryId.uuid(row.getBytes("subject_id")),
        row.getLong("revision"),
        row.getString("keys_text"),
        UtcTime.instantOrNull(row, "destroyed_at"));
  }
}
