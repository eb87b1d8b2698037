package io.travelsuite.jdbc.personal;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcPersonalData;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.jdbc.security.TableDump;
import io.travelsuite.security.data.DataSubject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A schema, and a library on it that seals personal data. */
abstract class PersonalSuite {

  /** No text of the library's own has it in it. */
  static final String CANARY = "Zwartkopkanarie";

  static final Customer ADA =
      new Customer("Ada " + CANARY, "Ada@" + CANARY + ".example", "+14155552671", Locale.UK);

  final TestClock clock = TestClock.create();
  Fixture fixture;
  JdbcTravel travel;
  JdbcPersonalData personal;
  OccurrenceId departure;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    travel = JdbcTravel.builder(fixture.dataSource()).personalData(PersonalKeys.of(clock)).build();
    personal = JdbcPersonalData.of(travel);
    departure = fixture.open(1_000);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  Booking hold(Customer customer) {
    return hold(travel, customer);
  }

  Booking hold(JdbcTravel by, Customer customer) {
    HoldRequest request = HoldRequest.of(departure, 1).customer(customer);
    return by.bookings().hold(request).orElseThrow();
  }

  Set<DataSubject> ada() {
    return personal.findByEmail(fixture.operator().id(), "ada@" + CANARY + ".EXAMPLE");
  }

  static DataSubject person(Booking booking) {
    return new DataSubject(booking.operator(), booking.id().value());
  }

  /** What a thief of the database would read. */
  String dump() {
    try {
      return TableDump.of(fixture, "travel%"); // without the copies
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
