package io.travelsuite.security.backup;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was dumped.
 *
 * @param server the server's version, as it says itself
 * @param schemaVersion the library's last migration in it, 0 without one
 * @param rows how many rows of each table, by its name
 */
public record DumpContent(String server, int schemaVersion, SortedMap<String, Long> rows) {

  /** Copies the map. */
  public DumpContent {
    unless(schemaVersion >= 0, "schemaVersion", schemaVersion, "must not be negative");
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  /** {@return how many rows there are in all} */
  public long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
