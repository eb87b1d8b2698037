package io.travelsuite.jdbc.group;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Sells one unit after another. */
@FunctionalInterface
interface UnitSeller {

  /** Whether it sold a unit; false when it says that none is left. */
  boolean sellOne() throws SQLException;

  /** The library; anything but a hold or "sold out" fails the test. */
  static UnitSeller library(DataSource dataSource, OccurrenceId occurrence) {
    JdbcTravel travel = JdbcTravel.builder(dataSource).build();
    return () -> {
      HoldResult result = travel.bookings().hold(HoldRequest.of(occurrence, 1));
      if (result instanceof SoldOut) {
        return false;
      }
      travel.bookings().confirm(result.orElseThrow().id(), "paid").orElseThrow();
      return true;
    };
  }
}
