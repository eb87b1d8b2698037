package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Inserts and deletes of many rows in one statement, built here since a host's driver properties
 * (rewriteBatchedStatements) are its own.
 */
final class MultiRow {

  /** Well inside the 65,535 parameters of a prepared statement and a 16 MB packet. */
  private static final int MOST_ROWS = 300;

  /**
   * MySQL obeys the hint. MariaDB has none for a DELETE of one table, and 10.11 scans all the same
   * where one of several is told an index; but in a session of safe updates it goes by the key, or
   * fails. The comment marked M is for it alone, and makes it one for this statement.
   */
  private static final String DELETE =
      "/*M! SET STATEMENT sql_safe_updates = ON FOR */"
          + " DELETE /*+ INDEX(%1$s PRIMARY) */ FROM %1$s WHERE %2$s";

  private MultiRow() {}

  /** Inserts rows, if there are any. */
  static void insert(Handle handle, String into, List<List<@Nullable Object>> rows) {
    for (List<List<@Nullable Object>> part : parts(rows, MOST_ROWS)) {
      execute(handle, into + " VALUES " + values(part), part);
    }
  }

  /**
   * Inserts rows, except those that a unique key refuses.
   *
   * @param column one of the table's, which stays as it is
   */
  static void insertAbsent(
      Handle handle, String into, List<List<@Nullable Object>> rows, String column) {
    String nothing = " ON DUPLICATE KEY UPDATE " + column + " = " + column;
    for (List<List<@Nullable Object>> part : parts(rows, MOST_ROWS)) {
      execute(handle, into + " VALUES " + values(part) + nothing, part);
    }
  }

  /** Inserts rows, or sets these columns of rows that are there. */
  static void upsert(
      Handle handle, String into, List<List<@Nullable Object>> rows, List<String> columns) {
    String set =
        columns.stream()
            .map(column -> column + " = VALUES(" + column + ")")
            .collect(Collectors.joining(", "));
    for (List<List<@Nullable Object>> part : parts(rows, MOST_ROWS)) {
      execute(handle, into + " VALUES " + values(part) + " ON DUPLICATE KEY UPDATE " + set, part);
    }
  }

  /**
   * Deletes rows by their exact keys, if there are any. The key is forced: where the rows are a
   * third of a small table or more, every server would scan it and lock all of it.
   *
   * @param columns of the primary key
   * @param keys the values of those columns, row by row
   */
  static void delete(
      Handle handle, String table, List<String> columns, List<List<@Nullable Object>> keys) {
    for (List<List<@Nullable Object>> part : parts(keys, Placeholders.MOST_KEYS)) {
      String condition = Placeholders.keys(columns, part.size());
      execute(handle, DELETE.formatted(table, condition), part);
    }
  }

  /** The same for a key of one column. */
  static void delete(Handle handle, String table, String column, List<?> keys) {
    delete(
        handle,
        table,
        List.of(column),
        keys.stream().<List<@Nullable Object>>map(key -> List.of(key)).toList());
  }

  private static String values(List<List<@Nullable Object>> rows) {
    return Placeholders.rows(rows.size(), rows.get(0).size());
  }

  private static <T> List<List<T>> parts(List<T> rows, int most) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += most) {
      parts.add(rows.subList(from, Math.min(rows.size(), from + most)));
    }
    return parts;
  }

  private static void execute(Handle handle, String sql, List<List<@Nullable Object>> rows) {
    List<@Nullable Object> values = new ArrayList<>();
    rows.forEach(values::addAll);
    Sql.update(handle, sql, values);
  }
}
