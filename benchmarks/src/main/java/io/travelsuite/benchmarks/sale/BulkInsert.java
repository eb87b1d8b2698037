package io.travelsuite.benchmarks.sale;

import io.travelsuite.inventory.OccurrenceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes bookings many at a time, with no coordination at all. */
public final class BulkInsert {

  private final DataSource dataSource;
  private final Market market;
  private final String prefix = UUID.randomUUID().toString().substring(0, 13);

  public BulkInsert(DataSource dataSource, Market market) {
    this.dataSource = dataSource;
    this.market = market;
  }

  /** Writes so many holds in one transaction; no counter is looked at or written. */
  public void holds(OccurrenceId occurrence, int count) {
    List<SoldBooking> bookings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bookings.add(market.hold(new Sale.Wish(occurrence, 1 + i % 2, key())));
    }
    inTransaction(connection -> BookingRows.insert(connection, bookings));
  }

  /** Writes so many bookings of the past, paid for, and what they take to the counter. */
  public void confirmed(OccurrenceId occurrence, int count, int daysAgo) {
    List<SoldBooking> bookings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bookings.add(market.confirmed(new Sale.Wish(occurrence, 1 + i % 2, key()), daysAgo));
    }
    int units = bookings.stream().mapToInt(SoldBooking::units).sum();
    inTransaction(
        connection -> {
          BookingRows.insert(connection, bookings);
          take(connection, occurrence, units);
        });
  }

  private String key() {
    return prefix + UUID.randomUUID();
  }

  private static void take(Connection connection, OccurrenceId occurrence, int units)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "UPDATE travel_counter SET taken = taken + ? WHERE occurrence_id = ?")) {
      statement.setInt(1, units);
      statement.setBytes(2, Bytes.of(occurrence.value()));
      statement.executeUpdate();
    }
  }

  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  private void inTransaction(Work work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.run(connection);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a bulk insert failed", e);
    }
  }
}
