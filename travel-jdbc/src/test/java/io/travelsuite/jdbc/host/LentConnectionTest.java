package io.travelsuite.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library gives a connection back as it got it, also when the pool itself resets nothing. */
class LentConnectionTest {

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "true, READ_COMMITTED",
    "true, REPEATABLE_READ",
    "true, SERIALIZABLE",
    "false, READ_UNCOMMITTED",
    "false, REPEATABLE_READ",
    "false, SERIALIZABLE"
  })
  void autocommit_and_isolation_are_as_they_were_and_no_transaction_is_open(
      boolean autoCommit, IsolationLevel isolation) throws SQLException {
    try (Connection connection = fixture.connect()) {
      connection.setAutoCommit(autoCommit);
      connection.setTransactionIsolation(isolation.jdbc());
      LentConnection lent = new LentConnection(connection);

      everyCall(JdbcTravel.builder(lent.dataSource()).build());

      assertThat(lent.timesLent()).isGreaterThan(15);
      assertThat(lent.complaints()).isEmpty();
    }
    fixture.assertNoDrift();
  }

  @Test
  void control_a_connection_given_back_in_a_transaction_is_noticed() throws SQLException {
    try (Connection connection = fixture.connect()) {
      LentConnection lent = new LentConnection(connection);
      try (Connection borrowed = lent.dataSource().getConnection()) {
        borrowed.setAutoCommit(false);
        borrowed.createStatement().execute("DELETE FROM travel_hold");
      }
      assertThat(lent.complaints()).hasSize(2);
    }
  }

  private static void everyCall(JdbcTravel travel) {
    OccurrenceId departure =
        travel.inventory().open(fixture.request().pool(Fixture.POOL, 5)).orElseThrow().id();
    Bookings bookings = travel.bookings();
    BookingId id = bookings.hold(HoldRequest.of(departure, 2)).orElseThrow().id();
    bookings.hold(HoldRequest.of(departure, 20));
    bookings.hold(HoldRequest.of(new OccurrenceId(UUID.randomUUID()), 1));
    bookings.confirm(id, "paid").orElseThrow();
    assertThatThrownBy(() -> bookings.cancel(id, UnitSelection.of(9, 0)))
        .isInstanceOf(InvalidRequestException.class);
    bookings.cancel(id, UnitSelection.of(0, 0)).orElseThrow();
    assertThat(bookings.find(id)).isPresent();
    bookings.manifest(ManifestRequest.of(departure));
    bookings.sweepExpired(10);
    travel.inventory().resize(departure, Fixture.POOL, Capacity.of(3));
    travel.inventory().availability(departure);
    List<?> drift = travel.integrity().verify(departure);
    assertThat(drift).isEmpty();
  }

  @Test
  void read_uncommitted_sessions_are_answered_nothing_that_is_not_committed() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    try (Connection reader = fixture.connect();
        Connection host = fixture.connect()) {
      reader.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
      JdbcTravel travel = JdbcTravel.builder(new LentConnection(reader).dataSource()).build();
      BookingId id = holdJoined(host, departure);

      assertThat(travel.bookings().find(id)).isEmpty();
      assertThat(travel.inventory().availability(departure).orElseThrow().available(Fixture.POOL))
          .isEqualTo(3);
      String control = "SELECT COUNT(*) FROM travel_booking WHERE id = ?";
      assertThat(Rows.number(reader, control, id.value())).isEqualTo(1);
      host.rollback();
    }
  }

  @Test
  void serializable_sessions_wait_for_nobody_when_they_only_look() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    String impatient = "sessionVariables=innodb_lock_wait_timeout=1";
    try (Connection reader = fixture.connect(impatient);
        Connection host = fixture.connect()) {
      reader.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      reader.setAutoCommit(false);
      JdbcTravel travel = JdbcTravel.builder(new LentConnection(reader).dataSource()).build();
      holdJoined(host, departure);

      assertThat(travel.inventory().availability(departure).orElseThrow().available(Fixture.POOL))
          .isEqualTo(3);
      String control = "SELECT taken FROM travel_counter WHERE occurrence_id = ?";
      assertThatThrownBy(() -> Rows.number(reader, control, departure.value()))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1205));
      host.rollback();
    }
  }

  private static BookingId holdJoined(Connection host, OccurrenceId departure) throws SQLException {
    host.setAutoCommit(false);
    Bookings joined = fixture.travel().joining(host).bookings();
    return joined.hold(HoldRequest.of(departure, 1)).orElseThrow().id();
  }
}
