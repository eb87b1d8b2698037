package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_outbox_stream: up to which version a booking's events were collected. */
final class OutboxStreamTable {

  private static final List<String> KEY = List.of("aggregate_id");

  private OutboxStreamTable() {}

  /** The versions of those that are there, locked in the order of keys. */
  static Map<UUID, Integer> lock(Handle handle, Collection<UUID> subjects) {
    Map<UUID, Integer> versions = new HashMap<>();
    if (subjects.isEmpty()) {
      return versions;
    }
    String sql =
        "SELECT aggregate_id, version FROM travel_outbox_stream FORCE INDEX (PRIMARY) WHERE "
            + Placeholders.keys(KEY, subjects.size())
            + " ORDER BY aggregate_id FOR UPDATE";
    Sql.query(
            handle,
            sql,
            sorted(subjects),
            row -> Map.entry(BinaryId.uuid(row.getBytes("aggregate_id")), row.getInt("version")))
        .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
    return versions;
  }

  /** Sets versions, in the order of keys. */
  static void write(Handle handle, Map<UUID, Integer> versions) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (UUID subject : sorted(versions.keySet())) {
      rows.add(List.of(subject, versions.getOrDefault(subject, 0)));
    }
    MultiRow.upsert(
        handle,
        "INSERT INTO travel_outbox_stream (aggregate_id, version)",
        rows,
        List.of("version"));
  }

  /** Deletes the rows that are about these events, and about no later one. */
  static void delete(Handle handle, List<OutboxEventTable.Purgeable> events) {
    List<UUID> subjects = events.stream().map(OutboxEventTable.Purgeable::subject).toList();
    Map<UUID, Integer> versions = lock(handle, new HashSet<>(subjects));
    List<UUID> over =
        events.stream()
            .filter(event -> versions.getOrDefault(event.subject(), 0) == event.version())
            .map(OutboxEventTable.Purgeable::subject)
            .distinct()
            .toList();
    MultiRow.delete(handle, "travel_outbox_stream", "aggregate_id", sorted(over));
  }

  private static List<UUID> sorted(Collection<UUID> subjects) {
    return subjects.stream().sorted(BinaryId::compare).toList();
  }
}
