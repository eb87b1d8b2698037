package io.travelsuite.jdbc.crash;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where a program stops for good, and how it commits what it wrote before. */
enum PausePoint {
  /** It does not stop. */
  NONE,
  /** The counter is written and the booking is not, in one transaction. */
  IN_ONE_TRANSACTION,
  /** The twin: the counter is committed, and the booking was to come in another transaction. */
  BETWEEN_TWO_TRANSACTIONS;

  /** Printed at the stop. */
  static final String PAUSED = "PAUSED";

  DataSource in(DataSource dataSource) {
    return this == NONE
        ? dataSource
        : Intercepted.of(
            dataSource,
            call -> {
              if (call.prepares("INSERT INTO travel_booking")) {
                pause(call.connection());
              }
              return call.proceed();
            });
  }

  private void pause(Connection connection) throws SQLException, IOException {
    if (this == BETWEEN_TWO_TRANSACTIONS) {
      connection.commit();
    }
    System.out.println(PAUSED);
    int never = System.in.read();
    throw new IllegalStateException("went on after the pause: " + never);
  }
}
