package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * How much there is of each pool of an occurrence, and whether anything is taken, as a plain read
 * shows it: good to tell what to leave alone, never to decide what may be touched.
 *
 * @param capacities by pool; a pool that differs from leg to leg has a capacity of nothing
 * @param booked whether a booking or a live hold takes of it
 */
record OccurrenceUse(Map<String, Capacity> capacities, boolean booked) {

  private static final String QUERY =
      """
      SELECT c.occurrence_id, c.pool, MIN(c.physical) AS physical, MAX(c.physical) AS most_physical,
        MIN(c.sellable) AS sellable, MAX(c.sellable) AS most_sellable,
        MAX(CASE WHEN c.taken = 0 THEN 0 ELSE c.taken -
          (SELECT COALESCE(SUM(l.per_unit * LENGTH(l.unit_states)), 0)
           FROM travel_hold h STRAIGHT_JOIN travel_line l
             ON l.booking_id = h.booking_id AND l.occurrence_id = h.occurrence_id
           WHERE h.occurrence_id = c.occurrence_id AND h.expires_at <= ?
             AND l.pool = c.pool AND l.from_leg <= c.leg AND l.to_leg > c.leg) END) AS taken
      FROM travel_counter c FORCE INDEX (PRIMARY)
      WHERE c.occurrence_id IN (%s)
      GROUP BY c.occurrence_id, c.pool
      """;

  private record Row(OccurrenceId occurrence, String pool, Capacity capacity, boolean taken) {

    static Row of(ResultSet row) throws SQLException {
      Capacity least = new Capacity(row.getInt("physical"), row.getInt("sellable"));
      Capacity most = new Capacity(row.getInt("most_physical"), row.getInt("most_sellable"));
      return new Row(
          new OccurrenceId(BinaryId.uuid(row.getBytes("occurrence_id"))),
          row.getString("pool"),
          least.equals(most) ? least : Capacity.of(0),
          row.getInt("taken") > 0);
    }
  }

  /** Of some occurrences. */
  static Map<OccurrenceId, OccurrenceUse> of(
      Handle handle, Collection<OccurrenceId> occurrences, Instant now) {
    Map<OccurrenceId, OccurrenceUse> found = new HashMap<>();
    List<OccurrenceId> ids = List.copyOf(occurrences);
    for (int from = 0; from < ids.size(); from += Placeholders.MOST_KEYS) {
      List<OccurrenceId> part =
          ids.subList(from, Math.min(ids.size(), from + Placeholders.MOST_KEYS));
      List<Object> values = new ArrayList<>(List.of(UtcTime.text(now)));
      part.forEach(id -> values.add(id.value()));
      Sql.query(handle, QUERY.formatted(Placeholders.list(part.size())), values, Row::of)
          .forEach(row -> found.merge(row.occurrence(), of(row), OccurrenceUse::plus));
    }
    return found;
  }

  private static OccurrenceUse of(Row row) {
    boolean subPool = SubPool.is(row.pool());
    return new OccurrenceUse(subPool ? Map.of() : Map.of(row.pool(), row.capacity()), row.taken());
  }

  private OccurrenceUse plus(OccurrenceUse other) {
    Map<String, Capacity> all = new HashMap<>(capacities);
    all.putAll(other.capacities);
    return new OccurrenceUse(all, booked || other.booked);
  }

  /** Of one that the query found nothing of. */
  static OccurrenceUse orUnused(Map<OccurrenceId, OccurrenceUse> uses, OccurrenceId id) {
    return Objects.requireNonNullElse(uses.get(id), new OccurrenceUse(Map.of(), false));
  }
}
