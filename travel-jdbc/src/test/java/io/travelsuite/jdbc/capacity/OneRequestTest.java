package io.travelsuite.jdbc.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines of one request that want the same units. */
class OneRequestTest {

  private static Fixture fixture;
  private static Bookings bookings;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    bookings = fixture.travel().bookings();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void lines_that_together_exceed_what_each_alone_would_not_are_refused() {
    OccurrenceId departure = fixture.open(5);

    assertThat(bookings.hold(HoldRequest.of(Line.of(departure, 3), Line.of(departure, 3))))
        .isEqualTo(
            new SoldOut(
                List.of(
                    new Shortage(departure, Fixture.POOL, new LegRange(0, 1), 6, 5, List.of()))));
    assertThat(fixture.taken(departure)).isZero();
  }

  @Test
  void lines_that_together_just_fit_are_held() {
    OccurrenceId departure = fixture.open(5);

    assertThat(bookings.hold(HoldRequest.of(Line.of(departure, 3), Line.of(departure, 2))))
        .isInstanceOf(Held.class);
    assertThat(fixture.taken(departure)).isEqualTo(5);
    fixture.assertNoDrift(departure);
  }

  @Test
  void lines_that_meet_on_one_leg_only_are_added_up_there() {
    OccurrenceId coach = coach(5);
    Line there = Line.of(coach, 3).between("A", "C");
    Line onwards = Line.of(coach, 3).between("B", "D");

    assertThat(bookings.hold(HoldRequest.of(there, onwards)))
        .isInstanceOfSatisfying(
            SoldOut.class,
            full ->
                assertThat(full.shortages())
                    .singleElement()
                    .isEqualTo(
                        new Shortage(coach, Fixture.POOL, new LegRange(1, 2), 6, 5, List.of())));
    assertThat(bookings.hold(HoldRequest.of(there, Line.of(coach, 3).between("C", "D"))))
        .isInstanceOf(Held.class);
    fixture.assertNoDrift(coach);
  }

  @Test
  void a_unit_that_takes_several_of_a_pool_takes_all_of_them() {
    OccurrenceId ferry = fixture.open(fixture.request().pool("cabins", 4).pool("metres", 20));
    Line car = Line.of(ferry, 3).taking("metres", 6).taking("cabins", 1);

    assertThat(bookings.hold(HoldRequest.of(car, Line.of(ferry, 1).taking("metres", 3))))
        .isInstanceOf(SoldOut.class);
    assertThat(bookings.hold(HoldRequest.of(car, Line.of(ferry, 1).taking("metres", 2))))
        .isInstanceOf(Held.class);
    fixture.assertNoDrift(ferry);
  }

  @Test
  void one_line_short_leaves_the_others_untaken() {
    OccurrenceId there = fixture.open(5);
    OccurrenceId back = fixture.open(1);

    assertThat(bookings.hold(HoldRequest.of(Line.of(there, 2), Line.of(back, 2))).getClass())
        .isEqualTo(SoldOut.class);

    assertThat(fixture.taken(there)).isZero();
    assertThat(fixture.taken(back)).isZero();
  }

  @Test
  void a_seat_named_twice_on_a_leg_is_an_invalid_request() {
    OccurrenceId departure = fixture.openWithSeats("1A", "1B");

    assertThatThrownBy(
            () ->
                bookings.hold(
                    HoldRequest.of(
                        Line.of(departure, 1).seats("1A"), Line.of(departure, 1).seats("1A"))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("seats");
  }

  @Test
  void a_change_counts_what_stays_and_what_is_added_together() {
    OccurrenceId departure = fixture.open(5);
    BookingId id =
        bookings
            .hold(HoldRequest.of(Line.of(departure, 2), Line.of(departure, 1)))
            .orElseThrow()
            .id();

    assertThat(bookings.change(id, Change.line(1, Line.of(departure, 4))))
        .isInstanceOf(SoldOut.class);
    assertThat(fixture.taken(departure)).isEqualTo(3);
    assertThat(bookings.change(id, Change.line(1, Line.of(departure, 3))))
        .isInstanceOf(Changed.class);
    assertThat(fixture.taken(departure)).isEqualTo(5);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_confirm_with_more_units_than_there_are_leaves_the_hold_as_it_was() {
    OccurrenceId departure = fixture.open(5);
    BookingId id = bookings.hold(HoldRequest.of(departure, 2)).orElseThrow().id();
    Change more = Change.add(Line.of(departure, 2), Line.of(departure, 2));

    assertThat(bookings.confirm(id, Confirmation.of("paid").with(more)))
        .isInstanceOf(SoldOut.class);

    assertThat(fixture.taken(departure)).isEqualTo(2);
    assertThat(bookings.find(id).orElseThrow().version()).isEqualTo(1);
    fixture.assertNoDrift(departure);
  }

  /** Each line is compared with what is left before any of them was taken. */
  @Test
  void control_a_seller_that_looks_at_each_line_by_itself_oversells() throws SQLException {
    String left = "SELECT 5 - COALESCE(SUM(units), 0) FROM control_line FOR UPDATE";
    fixture.rows().update("CREATE TABLE control_line (units INT)");
    try (Connection connection = fixture.connect()) {
      connection.setAutoCommit(false);
      for (int units : List.of(3, 3)) {
        assertThat(Rows.number(connection, left)).isGreaterThanOrEqualTo(units);
      }
      Rows.update(connection, "INSERT INTO control_line VALUES (3), (3)");
      connection.commit();
    }

    assertThat(fixture.rows().number("SELECT SUM(units) FROM control_line")).isGreaterThan(5);
  }

  private static OccurrenceId coach(int seats) {
    return fixture.open(
        fixture
            .request()
            .stops(Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20), Stop.of("D", 30))
            .pool(Fixture.POOL, seats));
  }
}
