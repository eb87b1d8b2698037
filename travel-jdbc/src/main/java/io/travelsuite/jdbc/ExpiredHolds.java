package io.travelsuite.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Counts as free what holds have that expired and were not swept. Where an occurrence has any, its
 * counters are read once more, in one statement with those holds: read apart, a sweep in between
 * would be missed or counted twice. Live holds are not read, since each occurrence is named.
 */
final class ExpiredHolds {

  private static final String SQL =
      """
      SELECT c.occurrence_id, c.pool, c.leg AS from_leg, c.leg + 1 AS to_leg, c.sellable, c.taken
      FROM travel_counter c FORCE INDEX (PRIMARY) WHERE c.occurrence_id IN (%1$s)
      UNION ALL
      SELECT h.occurrence_id, l.pool, l.from_leg, l.to_leg, -1,
        l.per_unit * LENGTH(l.unit_states)
      FROM travel_hold h FORCE INDEX (PRIMARY) STRAIGHT_JOIN travel_line l FORCE INDEX (PRIMARY)
        ON l.booking_id = h.booking_id AND l.occurrence_id = h.occurrence_id
      WHERE h.occurrence_id IN (%1$s) AND h.expires_at <= ?
      """;

  private ExpiredHolds() {}

  /** A counter, or what an expired hold takes of a pool: then sellable is -1. */
  private record Row(UUID occurrence, String pool, int from, int to, int sellable, int taken) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          BinaryId.uuid(row.getBytes("occurrence_id")),
          row.getString("pool"),
          row.getInt("from_leg"),
          row.getInt("to_leg"),
          row.getInt("sellable"),
          row.getInt("taken"));
    }

    boolean isHold() {
      return sellable < 0;
    }
  }

  /** The same, without what expired holds take. */
  static List<FoundOccurrence> asFree(Handle handle, List<FoundOccurrence> found, Instant now) {
    Set<UUID> expiring = new LinkedHashSet<>();
    for (FoundOccurrence one : found) {
      if (one.hasExpired(now)) {
        expiring.add(one.row().occurrence().id().value());
      }
    }
    if (expiring.isEmpty()) {
      return found;
    }
    Map<UUID, List<Row>> rows = new HashMap<>();
    List<UUID> ids = List.copyOf(expiring);
    for (int from = 0; from < ids.size(); from += Placeholders.MOST_KEYS) {
      int to = Math.min(ids.size(), from + Placeholders.MOST_KEYS);
      read(handle, ids.subList(from, to), now)
          .forEach(row -> rows.computeIfAbsent(row.occurrence(), id -> new ArrayList<>()).add(row));
    }
    return found.stream()
        .map(
            one -> {
              List<Row> own = rows.get(one.row().occurrence().id().value());
              return own == null ? one : one.counters(left(own));
            })
        .toList();
  }

  private static List<Row> read(Handle handle, List<UUID> ids, Instant now) {
    List<Object> values = new ArrayList<>(ids);
    values.addAll(ids);
    values.add(UtcTime.text(now));
    String sql = SQL.formatted(Placeholders.list(ids.size()));
    return Sql.query(handle, sql, Collections.unmodifiableList(values), Row::of);
  }

  private static List<FoundOccurrence.Left> left(List<Row> rows) {
    List<FoundOccurrence.Left> left = new ArrayList<>();
    for (Row counter : rows) {
      if (!counter.isHold()) {
        int expired =
            rows.stream()
                .filter(row -> row.isHold() && row.pool().equals(counter.pool()))
                .filter(row -> row.from() <= counter.from() && row.to() > counter.from())
                .mapToInt(Row::taken)
                .sum();
        left.add(
            new FoundOccurrence.Left(
                counter.pool(), counter.from(), counter.sellable(), counter.taken() - expired));
      }
    }
    return left;
  }
}
