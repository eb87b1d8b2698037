package io.travelsuite.jdbc.outbox;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;

/** Another instance of the library, as another process has: nobody here is told of its commits. */
final class JdbcOutboxOfAnotherProcess {

  private JdbcOutboxOfAnotherProcess() {}

  static void sell(Fixture fixture, OccurrenceId departure) {
    fixture.newTravel(1).bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
  }
}
