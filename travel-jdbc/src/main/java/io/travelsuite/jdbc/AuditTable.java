package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_audit: rows are added and read, never changed. */
final class AuditTable {

  /** Of what is no operator's. */
  static final UUID NOBODY = new UUID(0, 0);

  private AuditTable() {}

  /**
   * Where a record stands among all.
   *
   * @param subject what it is about
   * @param id of the record
   */
  record Key(UUID subject, UUID id) {

    static final Key FIRST = new Key(new UUID(0, 0), new UUID(0, 0));

    static Key of(AuditRecord record) {
      return new Key(record.subject(), record.id());
    }

    /** Reads what {@link #toString} writes. */
    static Key parse(String text) {
      String[] ids = text.split("/", -1);
      unless(ids.length == 2, "cursor", text, "must be what a run gave");
      return new Key(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
    }

    @Override
    public String toString() {
      return subject + "/" + id;
    }
  }

  /**
   * What a record is about.
   *
   * @param operator whose, or {@link #NOBODY}
   * @param subject the booking, person, product or whatever it is
   */
  record About(UUID operator, UUID subject) {}

  /** Records one thing that was done. */
  static void add(Handle handle, About about, Done done, Instant at) {
    insert(
        handle,
        List.of(
            new AuditRecord(
                UuidCreator.getTimeOrderedEpoch(),
                about.operator(),
                about.subject(),
                done.action(),
                Json.write(done.detail()),
                at)));
  }

  /**
   * What was done.
   *
   * @param action in small letters, what it is about before a dot
   * @param detail without personal data
   */
  record Done(String action, Map<String, ?> detail) {

    /** With no more to tell. */
    static Done of(String action) {
      return new Done(action, Map.of());
    }
  }

  static void insert(Handle handle, List<AuditRecord> records) {
    MultiRow.insert(
        handle,
        """
        INSERT INTO travel_audit
          (subject_id, id, operator_id, action, detail, recorded_at)\
        """,
        records.stream().map(AuditTable::values).toList());
  }

  private static List<@Nullable Object> values(AuditRecord r) {
    return List.of(r.subject(), r.id(), r.operator(), r.action(), r.detail(), UtcTime.text(r.at()));
  }

  /** What is recorded of a subject behind a record, the oldest first. */
  static List<AuditRecord> of(Handle handle, UUID subject, UUID after, int limit) {
    return Sql.query(
        handle,
        """
        SELECT * FROM travel_audit FORCE INDEX (PRIMARY)
        WHERE subject_id = ? AND id > ? ORDER BY id LIMIT ?
        """,
        List.of(subject, after, limit),
        AuditTable::read);
  }

  /** Records behind one, in the order of their keys. */
  static List<AuditRecord> after(Handle handle, Key key, int limit) {
    return Sql.query(
        handle,
        """
        SELECT * FROM travel_audit FORCE INDEX (PRIMARY)
        WHERE subject_id > ? OR subject_id = ? AND id > ?
        ORDER BY subject_id, id LIMIT ?
        """,
        List.of(key.subject(), key.subject(), key.id(), limit),
        AuditTable::read);
  }

  /** Takes a record away, which the run-time user may not. */
  static boolean delete(Handle handle, Key key) {
    return Sql.update(
            handle,
            "DELETE FROM travel_audit WHERE subject_id = ? AND id = ?",
            List.of(key.subject(), key.id()))
        == 1;
  }

  private static AuditRecord read(ResultSet row) throws SQLException {
    return new AuditRecord(
        BinaryId.uuid(row.getBytes("id")),
        BinaryId.uuid(row.getBytes("operator_id")),
        BinaryId.uuid(row.getBytes("subject_id")),
        row.getString("action"),
        row.getString("detail"),
        UtcTime.instant(row, "recorded_at"));
  }
}
