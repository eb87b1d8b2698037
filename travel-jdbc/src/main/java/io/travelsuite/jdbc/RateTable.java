package io.travelsuite.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The table travel_rate: GCRA in one statement. What was decided comes back as the statement's
 * insert id, which LAST_INSERT_ID(expr) sets, since an upsert's row count says nothing; twice the
 * microseconds until all is there again, plus one if it was allowed, and so never 0, which drivers
 * take for none.
 */
final class RateTable {

  private static final String NOW = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))";

  /**
   * The IF runs only the branch that it takes; the id that is set last counts. A denied row stays
   * as it is, which spares the flush of a write.
   */
  private static final String TAKE =
      """
      INSERT INTO travel_rate (key_hash, arrival)
      VALUES (?, :now + ? + 0 * LAST_INSERT_ID(? * 2 + 1))
      ON DUPLICATE KEY UPDATE arrival = IF(GREATEST(arrival - :now, 0) + ? <= ?,
        GREATEST(arrival, :now) + ?
          + 0 * LAST_INSERT_ID((GREATEST(arrival - :now, 0) + ?) * 2 + 1),
        arrival + 0 * LAST_INSERT_ID((arrival - :now) * 2))
      """;

  private final String sql;
  private final @Nullable Clock clock;

  RateTable(@Nullable Clock clock) {
    this.clock = clock;
    sql = TAKE.replace(":now", clock == null ? NOW : "CAST(? AS SIGNED)");
  }

  /** What came of it. */
  record Taken(boolean allowed, long debt) {}

  /**
   * Takes what is worth some microseconds, if that does not make the debt larger than what is
   * tolerated.
   */
  Taken take(Handle handle, byte[] hash, long worth, long tolerated) {
    try (PreparedStatement statement =
        handle.getConnection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bind(statement, hash, worth, tolerated);
      statement.executeUpdate();
      long answer = answer(handle, statement);
      return new Taken((answer & 1) == 1, answer >>> 1);
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  private void bind(PreparedStatement statement, byte[] hash, long worth, long tolerated)
      throws SQLException {
    int at = 1;
    statement.setBytes(at++, hash);
    long[] values = {-1, worth, worth, -1, worth, tolerated, -1, worth, -1, worth, -1};
    long now = clock == null ? 0 : UtcTime.micros(clock.instant());
    for (long value : values) {
      if (value != -1) {
        statement.setLong(at++, value);
      } else if (clock != null) {
        statement.setLong(at++, now);
      }
    }
  }

  /** A row that stays as it is counts for none with some drivers' settings, and gives no id. */
  private static long answer(Handle handle, PreparedStatement statement) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      if (keys.next()) {
        return keys.getLong(1);
      }
    }
    return Sql.query(handle, "SELECT LAST_INSERT_ID() AS id", List.of(), row -> row.getLong("id"))
        .get(0);
  }
}
