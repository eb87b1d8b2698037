package io.travelsuite.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence that a search came upon.
 *
 * @param row the occurrence
 * @param from the leg where the part looked for begins; -1 where the query does not tell
 * @param departs when that leg begins; the start where the query does not tell
 * @param firstExpiry when the first of its holds expires or expired, or null when it has none
 * @param counters its counters on that part
 */
record FoundOccurrence(
    OccurrenceRow row,
    int from,
    Instant departs,
    @Nullable Instant firstExpiry,
    List<Left> counters) {

  /** What a counter says. */
  record Left(String pool, int leg, int sellable, int taken) {}

  /** Whether it has a hold that expired and was not swept. */
  boolean hasExpired(Instant now) {
    return firstExpiry != null && !firstExpiry.isAfter(now);
  }

  /** The same with other counters. */
  FoundOccurrence counters(List<Left> others) {
    return new FoundOccurrence(row, from, departs, firstExpiry, others);
  }

  /** Gathers the rows of a search: occurrences and counters. */
  static final class Rows {

    private final Map<Part, FoundOccurrence> found = new LinkedHashMap<>();
    private final Map<Part, List<Left>> counters = new HashMap<>();

    /** What a row is about. */
    private record Part(UUID id, int from) {}

    List<FoundOccurrence> all() {
      return new ArrayList<>(found.values());
    }

    /** Takes in a row; for {@link Sql#query}, which wants something of each. */
    boolean add(ResultSet row) throws SQLException {
      Part part =
          new Part(BinaryId.uuid(row.getBytes(SearchSql.ID)), row.getInt(SearchSql.FROM_LEG));
      List<Left> own = counters.computeIfAbsent(part, p -> new ArrayList<>());
      String pool = row.getString(SearchSql.POOL);
      if (pool == null) {
        found.put(part, occurrence(row, own));
      } else {
        own.add(
            new Left(
                pool,
                row.getInt(SearchSql.LEG),
                row.getInt(SearchSql.SELLABLE),
                row.getInt(SearchSql.TAKEN)));
      }
      return true;
    }

    private static FoundOccurrence occurrence(ResultSet row, List<Left> counters)
        throws SQLException {
      return new FoundOccurrence(
          OccurrenceRow.of(row),
          row.getInt(SearchSql.FROM_LEG),
          UtcTime.instant(row, "departs"),
          UtcTime.instantOrNull(row, "first_expiry"),
          counters);
    }
  }
}
