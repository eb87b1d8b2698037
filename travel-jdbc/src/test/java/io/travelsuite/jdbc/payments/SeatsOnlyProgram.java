package io.travelsuite.jdbc.payments;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.SQLException;

/** Holds a seat; runs without the other modules on its class path. */
final class SeatsOnlyProgram {

  static final String HELD = "held";

  private SeatsOnlyProgram() {}

  /** Arguments: the database's URL, the occurrence. */
  public static void main(String[] arguments) throws SQLException {
    com.mysql.cj.jdbc.MysqlDataSource database = new com.mysql.cj.jdbc.MysqlDataSource();
    database.setURL(arguments[0]);
    JdbcTravel.migrate(database);
    JdbcTravel travel = JdbcTravel.builder(database).build();
    travel.bookings().hold(HoldRequest.of(OccurrenceId.of(arguments[1]), 1)).orElseThrow();
    System.out.println(HELD);
    try {
      Class.forName("io.travelsuite.payments.PaymentDesk");
      System.out.println("payments are on the class path");
    } catch (ClassNotFoundException expected) {
      System.out.println("seats only");
    }
  }
}
