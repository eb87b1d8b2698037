package io.travelsuite.jdbc.sale;

import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.SaleTerms;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Departures on which units are kept from some, at a time that stands still. */
abstract class SaleSuite {

  static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  static final SaleTerms NESTED =
      SaleTerms.OPEN
          .fareClass(new FareClass(Fixture.POOL, "Y", 3))
          .fareClass(new FareClass(Fixture.POOL, "B", 2))
          .fareClass(new FareClass(Fixture.POOL, "Q", 0));

  static Fixture fixture;
  static JdbcTravel travel;
  static Bookings bookings;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    travel = at(NOW);
    bookings = travel.bookings();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  static JdbcTravel at(Instant now) {
    return JdbcTravel.builder(fixture.dataSource()).clock(new TestClock(now)).build();
  }

  static OccurrenceId open(int units, SaleTerms terms) {
    return fixture.open(fixture.request().pool(Fixture.POOL, units).terms(terms));
  }

  static HoldRequest request(OccurrenceId departure, int units) {
    return HoldRequest.of(departure, units).lifetime(Duration.ofHours(1));
  }

  static HoldRequest inClass(OccurrenceId departure, int units, String fareClass) {
    return HoldRequest.of(Line.of(departure, units).fareClass(fareClass));
  }

  static int leftAfterRefusal(HoldResult result) {
    return ((SoldOut) result).available();
  }
}
