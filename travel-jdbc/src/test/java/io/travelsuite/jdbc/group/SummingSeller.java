package io.travelsuite.jdbc.group;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The twin: locks the counter, sums the bookings, and inserts one if there is room, as is right on
 * one server. It does not write the counter, so that two nodes never meet on a row.
 */
record SummingSeller(DataSource dataSource, OccurrenceId occurrence) implements UnitSeller {

  private static final String LOCK =
      "SELECT sellable FROM travel_counter WHERE occurrence_id = ? FOR UPDATE";

  private static final String SUM = "SELECT COUNT(*) FROM travel_line WHERE occurrence_id = ?";

  private static final String INSERT =
      """
      INSERT INTO travel_line (booking_id, row_no, line_no, occurrence_id, from_leg, to_leg, pool,
        per_unit, unit_states) VALUES (?, 0, 0, ?, 0, 1, 'seats', 1, 'A')
      """;

  @Override
  public boolean sellOne() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      long sellable = Rows.number(connection, LOCK, occurrence.value());
      boolean room = Rows.number(connection, SUM, occurrence.value()) < sellable;
      if (room) {
        Rows.update(connection, INSERT, UUID.randomUUID(), occurrence.value());
      }
      connection.commit();
      return room;
    }
  }
}
