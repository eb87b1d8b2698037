package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts rows of the library's tables by plain SQL, past the library: an audit, read-only. */
final class StoredRows {

  private static final String COUNTS =
      """
      SELECT COALESCE(SUM(runs > 0), 0), COALESCE(SUM(legs DIV runs), 0),
             COALESCE(SUM(runs), 0), COALESCE(SUM(legs), 0)
      FROM (SELECT COUNT(DISTINCT o.id) AS runs, COUNT(*) AS legs
            FROM travel_occurrence o
            JOIN travel_counter c ON c.occurrence_id = o.id AND c.pool = 'seats'
            WHERE o.operator_id = ? AND o.starts_at BETWEEN ? AND ? AND o.state = 'ON_SALE'
            GROUP BY o.product_id, DATE(o.local_start)) AS days
      """;

  private static final String SEATS_OF_OPERATOR =
      """
      SELECT COUNT(*) FROM travel_seat s JOIN travel_occurrence o ON o.id = s.occurrence_id
      WHERE o.operator_id = ?
      """;

  private static final String SEATS_OF_OCCURRENCE =
      "SELECT COUNT(*) FROM travel_seat WHERE occurrence_id = ?";

  private final DataSource dataSource;

  StoredRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Departures and legs on sale that start between two instants, both included. */
  Counts counts(OperatorId operator, Instant first, Instant last) {
    return read(COUNTS, Counts::of, bytes(operator.value()), utc(first), utc(last));
  }

  /** On how many legs seats are sold, each seat counted. */
  long soldSeatLegs(OperatorId operator) {
    return read(SEATS_OF_OPERATOR, row -> row.getLong(1), bytes(operator.value()));
  }

  /** The same of one departure. */
  long soldSeatLegs(OccurrenceId occurrence) {
    return read(SEATS_OF_OCCURRENCE, row -> row.getLong(1), bytes(occurrence.value()));
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T read(String sql, Reader<T> reader, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot count rows", e);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
