package io.travelsuite.jdbc;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table travel_rate_window. Rows are locked by their primary key alone. */
final class RateWindowTable {

  private RateWindowTable() {}

  /** The counts of a key, its row locked; a new one has none. */
  static byte[] lock(Handle handle, byte[] hash) {
    Sql.update(
        handle,
        """
        INSERT INTO travel_rate_window (key_hash, counts, stale_at) VALUES (?, '', 0)
        ON DUPLICATE KEY UPDATE key_hash = key_hash
        """,
        List.of(hash));
    return Sql.query(
            handle,
            "SELECT counts FROM travel_rate_window WHERE key_hash = ? FOR UPDATE",
            List.of(hash),
            row -> row.getBytes("counts"))
        .get(0);
  }

  static void save(Handle handle, byte[] hash, byte[] counts, long staleAt) {
    Sql.update(
        handle,
        "UPDATE travel_rate_window SET counts = ?, stale_at = ? WHERE key_hash = ?",
        List.of(counts, staleAt, hash));
  }
}
