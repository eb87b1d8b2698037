package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/**
 * Walks over a table of rates by its key, a batch a call, and deletes rows that say no more than no
 * row. There is no index on when that is: each decision would have to write it.
 */
final class RatePurge {

  private static final byte[] START = {};

  private final String table;
  private final String moment;
  private final AtomicReference<byte[]> reached = new AtomicReference<>(START);

  /** With the name of the column that holds the moment from which a row says nothing. */
  RatePurge(String table, String moment) {
    this.table = table;
    this.moment = moment;
  }

  /** Looks at so many rows from where it was; how many it deleted. */
  int batch(Handle handle, long now, int most) {
    List<Map.Entry<byte[], Long>> found =
        Sql.query(
            handle,
            "SELECT key_hash, %s AS stale FROM %s WHERE key_hash > ? ORDER BY key_hash LIMIT ?"
                .formatted(moment, table),
            List.of(reached.get(), most),
            row -> Map.entry(row.getBytes("key_hash"), row.getLong("stale")));
    reached.set(found.size() < most ? START : found.get(most - 1).getKey());
    List<byte[]> stale =
        found.stream().filter(row -> row.getValue() < now).map(Map.Entry::getKey).toList();
    List<byte[]> locked = new ArrayList<>();
    for (int from = 0; from < stale.size(); from += Placeholders.MOST_KEYS) {
      int to = Math.min(stale.size(), from + Placeholders.MOST_KEYS);
      locked.addAll(lock(handle, now, stale.subList(from, to)));
    }
    MultiRow.delete(handle, table, "key_hash", locked);
    return locked.size();
  }

  /** A key may have been used since it was read: what is deleted is judged under its lock. */
  private List<byte[]> lock(Handle handle, long now, List<byte[]> keys) {
    List<Object> values = new ArrayList<>(keys);
    values.add(now);
    String sql =
        "SELECT key_hash FROM %s FORCE INDEX (PRIMARY) WHERE key_hash IN (%s) AND %s < ?"
            .formatted(table, Placeholders.list(keys.size()), moment);
    return Sql.query(
        handle, sql + " FOR UPDATE SKIP LOCKED", values, row -> row.getBytes("key_hash"));
  }
}
