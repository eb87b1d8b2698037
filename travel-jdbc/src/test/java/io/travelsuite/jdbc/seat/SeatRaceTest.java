package io.travelsuite.jdbc.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Race;
import io.travelsuite.seat.SeatWish;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Seats picked by many at once, by hosts with old snapshots, and past the library. */
class SeatRaceTest {

  private static final SeatWish BEST = SeatWish.bestAvailable();

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

  private static OccurrenceId openCoach(int rows) {
    Pool pool = Pool.ofSeats(Fixture.POOL, SeatPickingTest.coach(rows));
    return fixture.open(
        fixture.request().stops(Stop.of("A", 0), Stop.of("B", 9), Stop.of("C", 20)).pool(pool));
  }

  private static List<String> seats(HoldResult result) {
    return result.orElseThrow().lines().get(0).seats();
  }

  private static HoldResult hold(Line line) {
    return bookings.hold(HoldRequest.of(line));
  }

  @Test
  void a_host_with_a_stale_snapshot_is_given_seats_that_are_free_now() throws SQLException {
    OccurrenceId coach = openCoach(1);
    try (Connection host = fixture.connect()) {
      host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      host.setAutoCommit(false);
      try (var statement = host.createStatement()) {
        statement.executeQuery("SELECT COUNT(*) FROM travel_seat").close();
      }
      List<String> taken = seats(hold(Line.of(coach, 2).seats(BEST)));

      Bookings joined = fixture.travel().joining(host).bookings();
      List<String> picked = seats(joined.hold(HoldRequest.of(Line.of(coach, 2).seats(BEST))));

      host.commit();
      assertThat(picked).doesNotContainAnyElementsOf(taken);
    }
    fixture.assertNoDrift(coach);
  }

  @RepeatedTest(4)
  void callers_at_once_get_every_seat_once_through_combining_and_direct_alike() {
    OccurrenceId coach = openCoach(6);
    List<Bookings> instances = List.of(bookings, fixture.newDirectTravel(4).bookings());

    List<HoldResult> results =
        Race.run(
            16,
            number ->
                instances
                    .get(number % 2)
                    .hold(HoldRequest.of(Line.of(coach, 2).seats(BEST)).key("r" + number + coach)));

    List<String> sold = new ArrayList<>();
    results.stream().filter(Held.class::isInstance).forEach(held -> sold.addAll(seats(held)));
    assertThat(sold).hasSize(24).doesNotHaveDuplicates();
    assertThat(results.stream().filter(SoldOut.class::isInstance)).hasSize(4);
    fixture.assertNoDrift(coach);
  }

  @Test
  void control_the_database_refuses_a_seat_that_is_sold_to_code_that_goes_past_the_library() {
    OccurrenceId coach = openCoach(1);
    Booking booking = hold(Line.of(coach, 1).between("A", "B").seats("1A")).orElseThrow();
    String insert =
        "INSERT INTO travel_seat (occurrence_id, leg, seat, booking_id) VALUES (?, ?, '1A', ?)";

    assertThatThrownBy(() -> fixture.rows().update(insert, coach.value(), 0, booking.id().value()))
        .hasStackTraceContaining("Duplicate entry");
    assertThat(fixture.rows().update(insert, coach.value(), 1, booking.id().value())).isOne();
    assertThat(fixture.travel().integrity().verify(coach)).isNotEmpty();
  }
}
