package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counter rows under our lock, with what was decided on them and is not yet written. */
final class LockedCounters {

  private final SortedSet<CounterKey> keys;
  private final Map<CounterKey, Counter> rows = new HashMap<>();
  private final SortedMap<CounterKey, Integer> moved = new TreeMap<>();

  LockedCounters(SortedSet<CounterKey> keys, List<Counter> locked) {
    this.keys = keys;
    locked.forEach(counter -> rows.put(counter.key(), counter));
  }

  /** Whether all of these were asked for, whether or not they exist. */
  boolean cover(Collection<CounterKey> wanted) {
    return keys.containsAll(wanted);
  }

  /** The row as decided so far, or null when there is none. */
  @Nullable Counter get(CounterKey key) {
    return rows.get(key);
  }

  /** The units left where they are fewest. */
  int roomLeft() {
    return rows.values().stream().mapToInt(Counter::available).min().orElse(0);
  }

  void move(SortedMap<CounterKey, Integer> delta) {
    delta.forEach(
        (key, units) -> {
          rows.computeIfPresent(key, (k, counter) -> counter.plus(units));
          moved.merge(key, units, Integer::sum);
        });
  }

  /** Writes each counter that moved, once. */
  void write(Handle handle) {
    List<Counter> written = new ArrayList<>();
    moved.forEach(
        (key, units) -> {
          if (units != 0) {
            written.add(Objects.requireNonNull(rows.get(key), () -> "no counter " + key));
          }
        });
    if (!written.isEmpty()) {
      CounterTable.write(handle, written);
    }
    moved.clear();
  }
}
