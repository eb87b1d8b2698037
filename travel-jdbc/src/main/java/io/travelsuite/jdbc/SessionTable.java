package io.travelsuite.jdbc;

import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.session.Session;
import io.travelsuite.security.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** The table travel_session. */
final class SessionTable {

  private SessionTable() {}

  static void insert(Handle handle, Session session, String hash) {
    Sql.update(
        handle,
        """
        INSERT INTO travel_session
          (id, session_hash, subject, label, created_at, seen_at, idle_micros, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        List.of(
            session.id().value(),
            HexFormat.of().parseHex(hash),
            bytes(session.subject()),
            session.label(),
            UtcTime.text(session.createdAt()),
            UtcTime.text(session.seenAt()),
            TimeUnit.MICROSECONDS.convert(session.idle()),
            UtcTime.text(session.expiresAt())));
  }

  static Optional<Session> find(Handle handle, String hash) {
    return select(handle, "session_hash = ?", List.of(HexFormat.of().parseHex(hash))).stream()
        .findFirst();
  }

  static Optional<Session> find(Handle handle, SessionId id) {
    return select(handle, "id = ?", List.of(id.value())).stream().findFirst();
  }

  /** Locks a session, if it still has that hash. */
  static Optional<Session> lock(Handle handle, SessionId id, String hash) {
    List<Object> values = List.of(id.value(), HexFormat.of().parseHex(hash));
    return select(handle, "id = ? AND session_hash = ? FOR UPDATE", values).stream().findFirst();
  }

  /** A subject's live ones, the newest first. */
  static List<Session> live(Handle handle, SubjectId subject, Instant now) {
    String time = UtcTime.text(now);
    return select(
        handle,
        "subject = ? AND expires_at > ? AND seen_at + INTERVAL idle_micros MICROSECOND > ?"
            + " ORDER BY created_at DESC LIMIT 1000",
        List.of(bytes(subject), time, time));
  }

  static void rename(Handle handle, SessionId id, String next, Instant now) {
    Sql.update(
        handle,
        "UPDATE travel_session SET session_hash = ?, seen_at = ? WHERE id = ?",
        List.of(HexFormat.of().parseHex(next), UtcTime.text(now), id.value()));
  }

  /** Only forward: of those who saw it at the same time the last to write may not be the last. */
  static void seen(Handle handle, SessionId id, Instant now) {
    String time = UtcTime.text(now);
    Sql.update(
        handle,
        "UPDATE travel_session SET seen_at = ? WHERE id = ? AND seen_at < ?",
        List.of(time, id.value(), time));
  }

  static List<UUID> expiredUntil(Handle handle, Instant now, int most) {
    return Sql.query(
        handle,
        "SELECT id FROM travel_session WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
        List.of(UtcTime.text(now), most),
        row -> BinaryId.uuid(row.getBytes("id")));
  }

  static void delete(Handle handle, List<UUID> ids) {
    MultiRow.delete(handle, "travel_session", "id", ids);
  }

  private static List<Session> select(Handle handle, String rest, List<?> values) {
    return Sql.query(
        handle, "SELECT * FROM travel_session WHERE " + rest, values, SessionTable::read);
  }

  private static Session read(ResultSet row) throws SQLException {
    return new Session(
        new SessionId(BinaryId.uuid(row.getBytes("id"))),
        new SubjectId(row.getString("subject")),
        row.getString("label"),
        UtcTime.instant(row, "created_at"),
        UtcTime.instant(row, "seen_at"),
        Duration.of(row.getLong("idle_micros"), ChronoUnit.MICROS),
        UtcTime.instant(row, "expires_at"));
  }

  private static byte[] bytes(SubjectId subject) {
    return subject.value().getBytes(StandardCharsets.US_ASCII);
  }
}
