package io.travelsuite.jdbc;

import io.travelsuite.idempotency.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_idempotency. Rows are locked by their primary key alone. */
final class ClaimTable {

  private static final String COLUMNS =
      """
      SELECT fingerprint_version, fingerprint, fence, owner, attempt, state, started, recovering,
        lease_until, retention, retained_until, checkpoint, verdict, outcome
      FROM travel_idempotency WHERE key_hash = ?
      """;

  private ClaimTable() {}

  /** How a row is locked. */
  enum Lock {
    /** Waits, and may write. */
    WRITE("FOR UPDATE"),
    /** Waits, and only reads what is committed. */
    READ("LOCK IN SHARE MODE"),
    /** May write, or finds nothing when somebody else has it. */
    WRITE_AT_ONCE("FOR UPDATE SKIP LOCKED");

    private final String clause;

    Lock(String clause) {
      this.clause = clause;
    }
  }

  /** A plain insert: a key that is taken is refused with 1062, and no gap is locked. */
  static void insert(Handle handle, ClaimAsk ask, Instant leaseUntil) {
    Sql.update(
        handle,
        """
        INSERT INTO travel_idempotency
          (key_hash, tenant, mode, operation, fingerprint_version, fingerprint, fence, owner,
           attempt, state, started, recovering, lease_until, retention)
        VALUES (?, ?, ?, ?, ?, ?, 1, ?, 1, 'IN_FLIGHT', ?, 0, ?, ?)
        """,
        List.of(
            ask.hash(),
            ask.scope().tenant(),
            ask.scope().mode().name(),
            ask.scope().operation(),
            ask.fingerprint().version(),
            ask.fingerprint().sha256(),
            ask.owner(),
            ask.terms().startsAtCheckpoint() ? 0 : 1,
            UtcTime.text(leaseUntil),
            ask.retentionSeconds()));
  }

  /** Whether a plain read sees the key; one that it does not see may be there. */
  static boolean sees(Handle handle, byte[] hash) {
    String sql = "SELECT 1 AS one FROM travel_idempotency WHERE key_hash = ?";
    return !Sql.query(handle, sql, List.of(hash), row -> row.getInt("one")).isEmpty();
  }

  static @Nullable ClaimRow lock(Handle handle, byte[] hash, Lock lock) {
    List<ClaimRow> rows = Sql.query(handle, COLUMNS + lock.clause, List.of(hash), ClaimRow::read);
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** Gives a locked row its next owner. */
  static void takeOver(Handle handle, ClaimAsk ask, ClaimRow next) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(next.version());
    values.add(next.fingerprint());
    values.add(next.fence());
    values.add(next.owner());
    values.add(next.attempt());
    values.add(next.started() ? 1 : 0);
    values.add(next.recovering() ? 1 : 0);
    values.add(UtcTime.text(next.leaseUntil()));
    values.add(next.retention());
    values.add(next.checkpoint());
    values.add(ask.hash());
    Sql.update(
        handle,
        """
        UPDATE travel_idempotency SET fingerprint_version = ?, fingerprint = ?, fence = ?, owner = ?,
          attempt = ?, state = 'IN_FLIGHT', started = ?, recovering = ?, lease_until = ?,
          retention = ?, retained_until = NULL, checkpoint = ?, verdict = NULL, outcome = NULL
        WHERE key_hash = ?
        """,
        values);
  }

  static void extend(Handle handle, byte[] hash, Instant leaseUntil) {
    Sql.update(
        handle,
        "UPDATE travel_idempotency SET lease_until = ? WHERE key_hash = ?",
        List.of(UtcTime.text(leaseUntil), hash));
  }

  static void checkpoint(Handle handle, byte[] hash, String checkpoint) {
    Sql.update(
        handle,
        "UPDATE travel_idempotency SET started = 1, checkpoint = ? WHERE key_hash = ?",
        List.of(checkpoint, hash));
  }

  static void complete(Handle handle, byte[] hash, Outcome outcome, Instant retainedUntil) {
    Sql.update(
        handle,
        """
        UPDATE travel_idempotency SET state = 'DONE', verdict = ?, outcome = ?, retained_until = ?
        WHERE key_hash = ?
        """,
        List.of(outcome.verdict().name(), outcome.json(), UtcTime.text(retainedUntil), hash));
  }

  static void unknown(Handle handle, byte[] hash, Instant now) {
    Sql.update(
        handle,
        """
        UPDATE travel_idempotency SET state = 'UNKNOWN', started = 1, lease_until = ?
        WHERE key_hash = ?
        """,
        List.of(UtcTime.text(now), hash));
  }

  static void release(Handle handle, byte[] hash, Instant retainedUntil) {
    Sql.update(
        handle,
        """
        UPDATE travel_idempotency SET state = 'RELEASED', attempt = 0, started = 0,
          recovering = 0, checkpoint = NULL, retained_until = ? WHERE key_hash = ?
        """,
        List.of(UtcTime.text(retainedUntil), hash));
  }

  static void park(Handle handle, byte[] hash) {
    Sql.update(
        handle, "UPDATE travel_idempotency SET state = 'PARKED' WHERE key_hash = ?", List.of(hash));
  }

  /** Lapsed, its attempts counted anew. */
  static void resume(Handle handle, byte[] hash, Instant now) {
    Sql.update(
        handle,
        """
        UPDATE travel_idempotency SET attempt = 0, lease_until = ?,
          state = CASE started WHEN 1 THEN 'UNKNOWN' ELSE 'IN_FLIGHT' END
        WHERE key_hash = ?
        """,
        List.of(UtcTime.text(now), hash));
  }

  /** Keys that a plain read finds past their retention, the oldest first. */
  static List<byte[]> purgeable(Handle handle, Instant now, int most) {
    return Sql.query(
        handle,
        """
        SELECT key_hash FROM travel_idempotency FORCE INDEX (travel_idempotency_retained)
        WHERE retained_until <= ? AND state IN ('DONE', 'RELEASED')
        ORDER BY retained_until LIMIT ?
        """,
        List.of(UtcTime.text(now), most),
        row -> row.getBytes("key_hash"));
  }

  /** Those of them that still are, and that nobody else has: locked. */
  static List<byte[]> lockPurgeable(Handle handle, Instant now, List<byte[]> hashes) {
    if (hashes.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>(hashes);
    values.add(UtcTime.text(now));
    String sql =
        """
        SELECT key_hash FROM travel_idempotency FORCE INDEX (PRIMARY)
        WHERE key_hash IN (%s) AND retained_until <= ? AND state IN ('DONE', 'RELEASED')
        FOR UPDATE SKIP LOCKED
        """
            .formatted(Placeholders.list(hashes.size()));
    return Sql.query(handle, sql, values, row -> row.getBytes("key_hash"));
  }

  static void delete(Handle handle, List<byte[]> hashes) {
    MultiRow.delete(handle, "travel_idempotency", "key_hash", hashes);
  }
}
