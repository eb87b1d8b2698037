package io.travelsuite.jdbc.joined;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Cancelled;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OpenResult;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host's transaction at REPEATABLE READ that has read before others wrote. */
class StaleSnapshotTest {

  private static Fixture fixture;
  private static Bookings others;

  private HostTransaction host;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    others = fixture.travel().bookings();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    host = HostTransaction.begin(fixture);
    assertThat(host.connection().getTransactionIsolation())
        .isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
  }

  @AfterEach
  void end() throws SQLException {
    host.close();
  }

  private HoldResult holdJoined(HoldRequest request) {
    return host.travel().bookings().hold(request);
  }

  @Test
  void units_sold_since_are_sold_out() throws SQLException {
    OccurrenceId departure = fixture.open(10);
    host.takeSnapshot();
    others.hold(HoldRequest.of(departure, 9)).orElseThrow();

    assertThat(holdJoined(HoldRequest.of(departure, 2)))
        .isInstanceOfSatisfying(SoldOut.class, full -> assertThat(full.available()).isEqualTo(1));
    assertThat(holdJoined(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
    host.commit();

    assertThat(fixture.taken(departure)).isEqualTo(10);
    fixture.assertNoDrift(departure);
  }

  @Test
  void units_given_back_since_can_be_held() throws SQLException {
    OccurrenceId departure = fixture.open(2);
    BookingId id = others.hold(HoldRequest.of(departure, 2)).orElseThrow().id();
    host.takeSnapshot();
    others.release(id).orElseThrow();

    assertThat(holdJoined(HoldRequest.of(departure, 2))).isInstanceOf(Held.class);
    host.commit();

    fixture.assertNoDrift(departure);
  }

  /** Locks first, as the library does, and then reads plainly, as it does not. */
  @Test
  void control_a_plain_read_after_the_lock_still_sees_the_old_sum_and_oversells()
      throws SQLException {
    OccurrenceId departure = fixture.open(10);
    fixture.rows().update("CREATE TABLE control_sale (units INT)");
    String sum = "SELECT COALESCE(SUM(units), 0) FROM control_sale";
    host.takeSnapshot();
    fixture.rows().update("INSERT INTO control_sale VALUES (9)");

    Rows.number(
        host.connection(),
        "SELECT taken FROM travel_counter WHERE occurrence_id = ? FOR UPDATE",
        departure.value());
    long left = 10 - Rows.number(host.connection(), sum);
    Rows.update(host.connection(), "INSERT INTO control_sale VALUES (?)", left);
    host.commit();

    assertThat(fixture.rows().number(sum)).isEqualTo(19);
  }

  @Test
  void a_key_used_since_answers_that_booking_and_not_sold_out() throws SQLException {
    OccurrenceId departure = fixture.open(2);
    HoldRequest request = HoldRequest.of(departure, 2).key("checkout-1");
    host.takeSnapshot();
    Booking booking = others.hold(request).orElseThrow();

    assertThat(holdJoined(request)).isEqualTo(new Held(booking, true));
  }

  @Test
  void a_key_used_since_answers_that_booking_and_not_a_second() throws SQLException {
    OccurrenceId departure = fixture.open(10);
    HoldRequest request = HoldRequest.of(departure, 2).key("checkout-2");
    host.takeSnapshot();
    Booking booking = others.hold(request).orElseThrow();

    assertThat(holdJoined(request)).isEqualTo(new Held(booking, true));
    host.commit();

    assertThat(fixture.taken(departure)).isEqualTo(2);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_key_used_since_for_another_request_is_a_conflict() throws SQLException {
    OccurrenceId departure = fixture.open(10);
    host.takeSnapshot();
    Booking booking = others.hold(HoldRequest.of(departure, 2).key("checkout-3")).orElseThrow();

    assertThat(holdJoined(HoldRequest.of(departure, 3).key("checkout-3")))
        .isEqualTo(new KeyConflict(booking.id()));
    assertThat(holdJoined(HoldRequest.of(departure, 9).key("checkout-3")))
        .isEqualTo(new KeyConflict(booking.id()));
  }

  @Test
  void an_id_used_since_answers_that_booking() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    HoldRequest request = HoldRequest.of(departure, 2).id(new BookingId(UUID.randomUUID()));
    host.takeSnapshot();
    Booking booking = others.hold(request).orElseThrow();

    assertThat(holdJoined(request)).isEqualTo(new Held(booking, true));
    host.commit();

    assertThat(fixture.taken(departure)).isEqualTo(2);
  }

  @Test
  void control_a_plain_read_does_not_find_the_key_that_the_insert_then_meets() throws SQLException {
    OccurrenceId departure = fixture.open(10);
    host.takeSnapshot();
    others.hold(HoldRequest.of(departure, 2).key("checkout-4")).orElseThrow();
    String find = "SELECT COUNT(*) FROM travel_booking WHERE booking_key = 'checkout-4'";

    assertThat(Rows.number(host.connection(), find)).isZero();
    assertThat(Rows.number(host.connection(), find + " FOR UPDATE")).isEqualTo(1);
  }

  @Test
  void a_seat_sold_since_is_sold_out() throws SQLException {
    OccurrenceId departure = fixture.openWithSeats("1A", "1B");
    host.takeSnapshot();
    others.hold(HoldRequest.of(Line.of(departure, 1).seats("1A"))).orElseThrow();

    assertThat(holdJoined(HoldRequest.of(Line.of(departure, 1).seats("1A"))))
        .isInstanceOfSatisfying(
            SoldOut.class,
            full -> assertThat(full.shortages().get(0).seatsTaken()).containsExactly("1A"));
    assertThat(holdJoined(HoldRequest.of(Line.of(departure, 1).seats("1B"))))
        .isInstanceOf(Held.class);
    host.commit();

    fixture.assertNoDrift(departure);
  }

  @Test
  void a_seat_given_back_since_can_be_held() throws SQLException {
    OccurrenceId departure = fixture.openWithSeats("1A", "1B");
    HoldRequest request = HoldRequest.of(Line.of(departure, 1).seats("1A"));
    BookingId id = others.hold(request).orElseThrow().id();
    host.takeSnapshot();
    others.release(id).orElseThrow();

    assertThat(holdJoined(request)).isInstanceOf(Held.class);
    host.commit();

    fixture.assertNoDrift(departure);
  }

  @Test
  void an_occurrence_opened_since_can_be_held() throws SQLException {
    host.takeSnapshot();
    OccurrenceRequest request = fixture.request().pool(Fixture.POOL, 1);
    OccurrenceId departure = fixture.open(request);

    assertThat(holdJoined(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
    assertThat(host.travel().inventory().open(request)).isInstanceOf(OpenResult.AlreadyOpen.class);
  }

  @Test
  void a_booking_made_and_moved_on_since_is_seen_as_it_is() throws SQLException {
    OccurrenceId departure = fixture.open(10);
    BookingId known = others.hold(HoldRequest.of(departure, 1)).orElseThrow().id();
    host.takeSnapshot();
    others.confirm(known, "paid").orElseThrow();
    BookingId unknown = others.hold(HoldRequest.of(departure, 2)).orElseThrow().id();

    assertThat(host.travel().bookings().confirm(known, "again"))
        .isInstanceOfSatisfying(
            Confirmed.class,
            confirmed -> assertThat(confirmed.booking().paymentReference()).isEqualTo("paid"));
    assertThat(host.travel().bookings().confirm(unknown, "mine")).isInstanceOf(Confirmed.class);
    assertThat(host.travel().bookings().cancel(known)).isInstanceOf(Cancelled.class);
    assertThat(host.travel().bookings().cancel(unknown)).isInstanceOf(Cancelled.class);
    host.commit();

    assertThat(fixture.taken(departure)).isZero();
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_hold_extended_since_is_not_reclaimed_and_one_expired_since_is() throws SQLException {
    TestClock clock = TestClock.create();
    JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    OccurrenceId departure = fixture.open(2);
    HoldRequest one = HoldRequest.of(departure, 1);
    BookingId extended = travel.bookings().hold(one).orElseThrow().id();
    travel.bookings().hold(one).orElseThrow();
    host.takeSnapshot();
    travel.bookings().extend(extended, Duration.ofMinutes(30)).orElseThrow();
    clock.advance(Duration.ofMinutes(15));

    Bookings joined = travel.joining(host.connection()).bookings();
    assertThat(joined.hold(one)).isInstanceOf(Held.class);
    assertThat(joined.hold(one)).isInstanceOf(SoldOut.class);
    host.commit();

    fixture.assertNoDrift(departure);
  }
}
