package io.travelsuite.jdbc;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_sms. */
final class SmsTable {

  static final String TRYING = "TRYING";
  static final String SENT = "SENT";

  private SmsTable() {}

  /** What is known of a message. */
  record Row(String state, int unclear, @Nullable String providerId, Instant startedAt) {}

  static Optional<Row> lock(Handle handle, byte[] hash) {
    return Sql.query(
            handle,
            """
            SELECT state, unclear, provider_id, started_at FROM travel_sms
            WHERE key_hash = ? FOR UPDATE
            """,
            List.of(hash),
            row ->
                new Row(
                    row.getString("state"),
                    row.getInt("unclear"),
                    row.getString("provider_id"),
                    UtcTime.instant(row, "started_at")))
        .stream()
        .findFirst();
  }

  static void insert(Handle handle, byte[] hash, Instant now) {
    Sql.update(
        handle,
        "INSERT INTO travel_sms (key_hash, state, unclear, started_at) VALUES (?, 'TRYING', 0, ?)",
        List.of(hash, UtcTime.text(now)));
  }

  static void again(Handle handle, byte[] hash, int unclear, Instant now) {
    Sql.update(
        handle,
        "UPDATE travel_sms SET state = 'TRYING', unclear = ?, started_at = ? WHERE key_hash = ?",
        List.of(unclear, UtcTime.text(now), hash));
  }

  static void sent(Handle handle, byte[] hash, @Nullable String providerId) {
    Sql.update(
        handle,
        "UPDATE travel_sms SET state = 'SENT', provider_id = ? WHERE key_hash = ?",
        Arrays.asList(providerId, hash));
  }

  /** Back to what was known before the try. */
  static void notSent(Handle handle, byte[] hash) {
    Sql.update(
        handle,
        """
        UPDATE travel_sms SET state = 'UNCLEAR'
        WHERE key_hash = ? AND state = 'TRYING' AND unclear > 0
        """,
        List.of(hash));
    Sql.update(
        handle,
        "DELETE FROM travel_sms WHERE key_hash = ? AND state = 'TRYING' AND unclear = 0",
        List.of(hash));
  }

  static void unclear(Handle handle, byte[] hash) {
    Sql.update(
        handle,
        """
        UPDATE travel_sms SET state = 'UNCLEAR', unclear = unclear + 1
        WHERE key_hash = ? AND state = 'TRYING'
        """,
        List.of(hash));
  }

  static int purge(Handle handle, Instant until, int most) {
    List<byte[]> hashes =
        Sql.query(
            handle,
            "SELECT key_hash FROM travel_sms WHERE started_at <= ? ORDER BY started_at LIMIT ?",
            List.of(UtcTime.text(until), most),
            row -> row.getBytes("key_hash"));
    MultiRow.delete(handle, "travel_sms", "key_hash", hashes);
    return hashes.size();
  }
}
