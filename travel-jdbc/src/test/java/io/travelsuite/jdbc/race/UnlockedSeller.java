package io.travelsuite.jdbc.race;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Rows;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A control: reads what is left and then sells, with no lock in between. Nobody sells before all
 * have read, which is the interleaving that the lock is there to prevent.
 */
record UnlockedSeller(Rows rows, int capacity, CountDownLatch allHaveRead) implements Seller {

  static final String TABLE =
      "CREATE TABLE control_sale (id INT AUTO_INCREMENT PRIMARY KEY, occurrence_id BINARY(16))";

  @Override
  public boolean sell(List<OccurrenceId> occurrences) throws InterruptedException {
    boolean left = occurrences.stream().allMatch(one -> sold(one) < capacity);
    allHaveRead.countDown();
    allHaveRead.await(20, TimeUnit.SECONDS);
    if (left) {
      for (OccurrenceId one : occurrences) {
        rows.update("INSERT INTO control_sale (occurrence_id) VALUES (?)", one.value());
      }
    }
    return left;
  }

  long sold(OccurrenceId occurrence) {
    String sql = "SELECT COUNT(*) FROM control_sale WHERE occurrence_id = ?";
    return rows.number(sql, occurrence.value());
  }
}
