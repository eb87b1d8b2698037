package io.travelsuite.jdbc;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  record Left(String pool, int leg, int sellable, int taken) {

    static Left of(ResultSet row) throws SQLException {
      return new Left(
          row.getString("pool"), row.getInt("leg"), row.getInt("sellable"), row.getInt("taken"));
    }
  }

  /** Whether it has a hold that expired and was not swept. */
  boolean hasExpired(Instant now) {
    return firstExpiry != null && !firstExpiry.isAfter(now);
  }

  /** The same with other counters. */
  FoundOccurrence counters(List<Left> others) {
    return new FoundOccurrence(row, from, departs, firstExpiry, others);
  }

  /**
   * Gathers rows with an occurrence and a counter each. The occurrence's own columns are read once,
   * from the first row that is about it.
   */
  static final class Rows {

    private final Map<Part, FoundOccurrence> found = new LinkedHashMap<>();

    /** By what rows are gathered. */
    private record Part(ByteBuffer id, int from) {}

    List<FoundOccurrence> all() {
      return new ArrayList<>(found.values());
    }

    /** Takes in a row; for {@link Sql#query}, which wants something of each. */
    boolean add(ResultSet row) throws SQLException {
      Part part = new Part(ByteBuffer.wrap(row.getBytes("id")), row.getInt("from_leg"));
      FoundOccurrence one = found.get(part);
      if (one == null) {
        one =
            new FoundOccurrence(
                OccurrenceRow.of(row),
                part.from(),
                UtcTime.instant(row, "departs"),
                UtcTime.instantOrNull(row, "first_expiry"),
                new ArrayList<>());
        found.put(part, one);
      }
      if (row.getString("pool") != null) {
        one.counters.add(Left.of(row));
      }
      return true;
    }
  }
}
