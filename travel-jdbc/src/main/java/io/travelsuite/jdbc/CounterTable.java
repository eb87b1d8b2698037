package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The table travel_counter: what decides, and what two writers always meet on.
 *
 * <p>Rows are named by their exact keys, sorted, at most 300 a statement: MySQL gives up range
 * access somewhere between 6,000 and 12,000 keys, and MariaDB locks a list of 500 in the order of
 * the list. The index is forced, since on a small table a full scan looks cheaper and would lock
 * every row.
 */
final class CounterTable {

  private static final List<String> KEY = List.of("occurrence_id", "pool", "leg");

  private static final String INSERT =
      """
      INSERT INTO travel_counter
        (occurrence_id, pool, leg, physical, sellable, overhang, taken, revision)\
      """;

  private CounterTable() {}

  /** Inserts counters that are not there yet. */
  static void insert(Handle handle, Collection<Counter> counters) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    counters.stream()
        .sorted(Comparator.comparing(Counter::key))
        .map(CounterTable::row)
        .forEach(rows::add);
    MultiRow.upsert(handle, INSERT, rows, List.of("revision"));
  }

  /** Locks rows in key order and reads them; those that do not exist are left out. */
  static List<Counter> lock(Handle handle, SortedSet<CounterKey> keys) {
    return read(handle, keys, Locking.WAIT);
  }

  /** Reads rows in key order, locking them as told; those that do not exist are left out. */
  static List<Counter> read(Handle handle, SortedSet<CounterKey> keys, Locking locking) {
    List<CounterKey> sorted = List.copyOf(keys);
    List<Counter> locked = new ArrayList<>();
    for (List<CounterKey> part : parts(sorted)) {
      String sql =
          """
          SELECT occurrence_id, pool, leg, physical, sellable, overhang, taken, revision
          FROM travel_counter FORCE INDEX (PRIMARY)
          WHERE %s
          ORDER BY occurrence_id, pool, leg %s
          """
              .formatted(Placeholders.keys(KEY, part.size()), locking.clause());
      List<Object> values = new ArrayList<>();
      part.forEach(key -> addTo(values, key));
      locked.addAll(Sql.query(handle, sql, values, CounterRows::counter));
    }
    return locked;
  }

  /**
   * Writes what is taken of rows that are locked and read, in key order. One row is updated; many
   * are upserted, since they are there, and one statement for all beats one for each number of
   * units moved. No counter is written that its CHECK would refuse.
   */
  static void write(Handle handle, List<Counter> moved) {
    if (moved.size() == 1) {
      update(handle, moved.get(0));
    } else {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      moved.forEach(counter -> rows.add(row(counter)));
      MultiRow.upsert(handle, INSERT, rows, List.of("overhang", "taken"));
    }
  }

  private static void update(Handle handle, Counter counter) {
    CounterKey key = counter.key();
    int updated =
        Sql.update(
            handle,
            """
            UPDATE travel_counter SET overhang = ?, taken = ?
            WHERE occurrence_id = ? AND pool = ? AND leg = ?
            """,
            List.of(
                counter.overhang(),
                counter.taken(),
                key.occurrence().value(),
                key.pool(),
                key.leg()));
    if (updated != 1) {
      throw new IllegalStateException("no counter " + key + ": was it locked first?");
    }
  }

  private static List<@Nullable Object> row(Counter counter) {
    CounterKey key = counter.key();
    return List.of(
        key.occurrence().value(),
        key.pool(),
        key.leg(),
        counter.capacity().physical(),
        counter.capacity().sellable(),
        counter.overhang(),
        counter.taken(),
        counter.revision());
  }

  private static void addTo(List<Object> values, CounterKey key) {
    values.add(key.occurrence().value());
    values.add(key.pool());
    values.add(key.leg());
  }

  /**
   * Takes units of an occurrence that nobody has locked for us, if they are there and its terms are
   * still of that revision: one guarded update for each run of neighbours that take the same
   * number, in key order, so that two of these never cross.
   */
  static boolean take(Handle handle, SortedMap<CounterKey, Integer> taken, int revision) {
    List<CounterKey> run = new ArrayList<>();
    int units = 0;
    for (Map.Entry<CounterKey, Integer> entry : taken.entrySet()) {
      if (!run.isEmpty() && (entry.getValue() != units || run.size() == Placeholders.MOST_KEYS)) {
        if (!take(handle, units, run, revision)) {
          return false;
        }
        run.clear();
      }
      units = entry.getValue();
      run.add(entry.getKey());
    }
    return take(handle, units, run, revision);
  }

  private static boolean take(Handle handle, int units, List<CounterKey> keys, int revision) {
    List<Object> values = new ArrayList<>(List.of(units));
    keys.forEach(key -> addTo(values, key));
    values.add(revision);
    values.add(units);
    int updated =
        Sql.update(
            handle,
            """
            UPDATE travel_counter FORCE INDEX (PRIMARY) SET taken = taken + ?
            WHERE (%s) AND revision = ? AND taken + ? <= sellable
            """
                .formatted(Placeholders.keys(KEY, keys.size())),
            values);
    return updated == keys.size();
  }

  /** Gives rows that are locked another capacity, overhang and taken. */
  static void set(Handle handle, Collection<Counter> counters) {
    for (Counter counter : counters) {
      handle
          .createUpdate(
              """
              UPDATE travel_counter
              SET physical = ?, sellable = ?, overhang = ?, taken = ?, revision = ?
              WHERE occurrence_id = ? AND pool = ? AND leg = ?
              """)
          .bind(0, counter.capacity().physical())
          .bind(1, counter.capacity().sellable())
          .bind(2, counter.overhang())
          .bind(3, counter.taken())
          .bind(4, counter.revision())
          .bind(5, BinaryId.bytes(counter.key().occurrence().value()))
          .bind(6, counter.key().pool())
          .bind(7, counter.key().leg())
          .execute();
    }
  }

  /** Gives rows that are locked, and of which nothing is taken, another capacity and revision. */
  static void renew(Handle handle, List<Counter> counters) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    counters.forEach(counter -> rows.add(row(counter)));
    MultiRow.upsert(
        handle, INSERT, rows, List.of("physical", "sellable", "overhang", "taken", "revision"));
  }

  /** Every counter of an occurrence, by key, as a plain read shows it. */
  static List<Counter> of(Handle handle, OccurrenceId occurrence) {
    return Sql.query(
        handle,
        "SELECT * FROM travel_counter WHERE occurrence_id = ? ORDER BY pool, leg",
        List.of(occurrence.value()),
        CounterRows::counter);
  }

  /** Deletes every counter of an occurrence whose pools are locked. */
  static void delete(Handle handle, OccurrenceId occurrence) {
    List<List<@Nullable Object>> keys = new ArrayList<>();
    for (Counter counter : of(handle, occurrence)) {
      keys.add(List.of(occurrence.value(), counter.key().pool(), counter.key().leg()));
    }
    MultiRow.delete(handle, "travel_counter", KEY, keys);
  }

  /** Tells rows that are locked another revision of the terms. */
  static void revise(Handle handle, SortedSet<CounterKey> keys, int revision) {
    for (List<CounterKey> part : parts(List.copyOf(keys))) {
      List<Object> values = new ArrayList<>(List.of(revision));
      part.forEach(key -> addTo(values, key));
      String sql =
          "UPDATE travel_counter FORCE INDEX (PRIMARY) SET revision = ? WHERE "
              + Placeholders.keys(KEY, part.size());
      Sql.update(handle, sql, values);
    }
  }

  private static List<List<CounterKey>> parts(List<CounterKey> keys) {
    List<List<CounterKey>> parts = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += Placeholders.MOST_KEYS) {
      parts.add(keys.subList(from, Math.min(keys.size(), from + Placeholders.MOST_KEYS)));
    }
    return parts;
  }
}
