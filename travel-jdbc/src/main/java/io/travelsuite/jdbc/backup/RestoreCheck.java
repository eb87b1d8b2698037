package io.travelsuite.jdbc.backup;

import io.travelsuite.SchemaMismatchException;
import io.travelsuite.jdbc.JdbcLedger;
import io.travelsuite.jdbc.JdbcTravel;
import java.util.List;
import javax.sql.DataSource;

/** Looks whether a restored database is sound. */
@FunctionalInterface
public interface RestoreCheck {

  /**
   * Looks.
   *
   * @param restored the database
   * @return what is wrong, in words without anybody's data; empty when all is well
   */
  List<String> faults(DataSource restored);

  /** {@return whether counters, seats and holds follow from the bookings, by {@code verify()}} */
  static RestoreCheck inventory() {
    return restored -> {
      try {
        JdbcTravel travel = JdbcTravel.builder(restored).build();
        return travel.integrity().verify().stream().map(drift -> "inventory: " + drift).toList();
      } catch (SchemaMismatchException e) {
        return List.of("schema: " + e.getMessage());
      }
    };
  }

  /** {@return whether each payment has the facts and operations that it says it has} */
  static RestoreCheck payments() {
    return restored ->
        JdbcLedger.of(JdbcTravel.builder(restored).build()).verify().stream()
            .map(fault -> "payments: " + fault)
            .toList();
  }
}
