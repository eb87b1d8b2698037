package io.travelsuite.jdbc.race;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A control: locks the very counters that the library locks, one by one in the order of the
 * request. The first two to have a lock wait for one another before they ask for the next.
 */
record RequestOrderSeller(DataSource dataSource, CountDownLatch twoHaveOne) implements Seller {

  /** Locks, and then sells nothing: each tries once. */
  @Override
  public boolean sell(List<OccurrenceId> occurrences) throws SQLException, InterruptedException {
    String sql = "SELECT taken FROM travel_counter WHERE occurrence_id = ? FOR UPDATE";
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      for (OccurrenceId occurrence : occurrences) {
        Rows.number(connection, sql, occurrence.value());
        twoHaveOne.countDown();
        twoHaveOne.await(20, TimeUnit.SECONDS);
      }
      connection.rollback();
      return false;
    }
  }
}
