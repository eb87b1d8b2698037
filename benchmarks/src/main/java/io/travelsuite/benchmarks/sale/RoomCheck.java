package io.travelsuite.benchmarks.sale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a plain sale makes sure that there is room: the part in which the baselines differ. */
@FunctionalInterface
interface RoomCheck {

  /** Takes the units, under a lock that lasts until the transaction ends, or answers false. */
  boolean take(Connection connection, SoldBooking booking) throws SQLException;

  /**
   * Locks the occurrence and sums its lines. Kind to the baseline: no join to the bookings, and no
   * counter to write.
   */
  static boolean sum(Connection connection, SoldBooking booking) throws SQLException {
    query(connection, "SELECT 1 FROM travel_occurrence WHERE id = ? FOR UPDATE", booking);
    int taken =
        query(
            connection,
            """
            SELECT COALESCE(SUM(per_unit * LENGTH(REPLACE(unit_states, 'C', ''))), 0)
            FROM travel_line WHERE occurrence_id = ?
            """,
            booking);
    return booking.units() <= booking.capacity() - taken;
  }

  /** Locks the counter, looks, and writes it. */
  static boolean counter(Connection connection, SoldBooking booking) throws SQLException {
    int left =
        query(
            connection,
            """
            SELECT sellable + overhang - taken FROM travel_counter
            WHERE occurrence_id = ? AND pool = 'seats' AND leg = 0 FOR UPDATE
            """,
            booking);
    if (left < booking.units()) {
      return false;
    }
    return update(
        connection,
        """
        UPDATE travel_counter SET taken = taken + ?
        WHERE occurrence_id = ? AND pool = 'seats' AND leg = 0
        """,
        booking);
  }

  /** Writes the counter if there is room. */
  static boolean guardedUpdate(Connection connection, SoldBooking booking) throws SQLException {
    return update(
        connection,
        """
        UPDATE travel_counter SET taken = taken + ?
        WHERE occurrence_id = ? AND pool = 'seats' AND leg = 0
          AND sellable + overhang - taken >= %d
        """
            .formatted(booking.units()),
        booking);
  }

  private static int query(Connection connection, String sql, SoldBooking booking)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, Bytes.of(booking.occurrence()));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("no occurrence " + booking.occurrence());
        }
        return row.getInt(1);
      }
    }
  }

  private static boolean update(Connection connection, String sql, SoldBooking booking)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, booking.units());
      statement.setBytes(2, Bytes.of(booking.occurrence()));
      return statement.executeUpdate() == 1;
    }
  }
}
