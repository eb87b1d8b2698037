package io.travelsuite.jdbc;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An occurrence that a search came upon.
 *
 * @param row the occurrence
 * @param from the leg where the part looked for begins; -1 where the query does not tell
 * @param departs when that leg begins; the start where the query does not tell
 * @param counters its counters on that part; expired holds are not in what is taken
 */
record FoundOccurrence(OccurrenceRow row, int from, Instant departs, List<Left> counters) {

  /** What a counter says, without expired holds. */
  record Left(String pool, int leg, int sellable, int taken) {

    static Left of(ResultSet row) throws SQLException {
      return new Left(
          row.getString("pool"),
          row.getInt("leg"),
          row.getInt("sellable"),
          row.getInt("taken") - row.getInt("expired"));
    }
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
        Instant departs = UtcTime.instant(row, "departs");
        one = new FoundOccurrence(OccurrenceRow.of(row), part.from(), departs, new ArrayList<>());
        found.put(part, one);
      }
      if (row.getString("pool") != null) {
        one.counters.add(Left.of(row));
      }
      return true;
    }
  }
}
