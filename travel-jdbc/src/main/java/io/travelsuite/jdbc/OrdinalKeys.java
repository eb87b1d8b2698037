package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Rows that a payment has, numbered from 1: since it knows how many, they are found by exact keys,
 * and where a stale snapshot asks for a locking read no gap is locked.
 *
 * @param payment whose
 * @param count how many there are
 * @param lock the clause, or empty
 */
record OrdinalKeys(UUID payment, int count, String lock) {

  private static final List<String> KEY = List.of("payment_id", "ordinal");

  static <T> List<T> query(Handle handle, String table, OrdinalKeys keys, Sql.RowReader<T> reader) {
    List<T> found = new ArrayList<>();
    for (int from = 1; from <= keys.count; from += Placeholders.MOST_KEYS) {
      int to = Math.min(keys.count, from + Placeholders.MOST_KEYS - 1);
      List<Object> values = new ArrayList<>();
      for (int ordinal = from; ordinal <= to; ordinal++) {
        values.add(keys.payment);
        values.add(ordinal);
      }
      String sql =
          "SELECT * FROM %s FORCE INDEX (PRIMARY) WHERE %s ORDER BY ordinal %s"
              .formatted(table, Placeholders.keys(KEY, to - from + 1), keys.lock);
      found.addAll(Sql.query(handle, sql, values, reader));
    }
    return found;
  }
}
