package io.travelsuite.jdbc.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.SeatAvailability;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.sale.SeatRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The seats of an occurrence, as a page draws them. */
class SeatStateTest {

  private static final LegRange WHOLE = new LegRange(0, 2);
  private static final Stop[] ROUTE = {Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20)};

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static OccurrenceId coach(SaleTerms terms) {
    return fixture.open(
        fixture
            .request()
            .stops(ROUTE)
            .pool(Pool.ofSeats(Fixture.POOL, SeatPickingTest.coach(1)))
            .terms(terms));
  }

  private static List<String> free(Inventory inventory, OccurrenceId coach, LegRange legs) {
    return inventory.seats(coach).stream()
        .filter(seat -> seat.isFree(legs, null))
        .map(seat -> seat.seat().label())
        .toList();
  }

  @Test
  void a_seat_is_taken_on_the_legs_where_a_hold_or_a_booking_has_it_and_free_on_others() {
    OccurrenceId coach = coach(SaleTerms.OPEN);
    Bookings bookings = fixture.travel().bookings();
    Booking booked =
        bookings
            .hold(HoldRequest.of(Line.of(coach, 1).between("A", "B").seats("1A")))
            .orElseThrow();
    bookings.confirm(booked.id(), "paid").orElseThrow();
    bookings.hold(HoldRequest.of(Line.of(coach, 1).seats("1C"))).orElseThrow();

    Map<String, Set<Integer>> taken =
        fixture.travel().inventory().seats(coach).stream()
            .collect(Collectors.toMap(one -> one.seat().label(), SeatAvailability::taken));

    assertThat(taken)
        .containsOnly(
            Map.entry("1A", Set.of(0)),
            Map.entry("1B", Set.of()),
            Map.entry("1C", Set.of(0, 1)),
            Map.entry("1D", Set.of()));
    Inventory inventory = fixture.travel().inventory();
    assertThat(free(inventory, coach, WHOLE)).containsExactly("1B", "1D");
    assertThat(free(inventory, coach, new LegRange(1, 2))).containsExactly("1A", "1B", "1D");

    bookings.cancel(booked.id()).orElseThrow();
    assertThat(free(inventory, coach, WHOLE)).containsExactly("1A", "1B", "1D");
  }

  @Test
  void they_come_by_pool_in_the_order_of_its_map_and_tell_where_they_are() {
    OccurrenceId coach =
        fixture.open(
            fixture
                .request()
                .pool(Pool.of("bags", 9))
                .pool(Pool.ofSeats(Fixture.POOL, SeatPickingTest.coach(1))));

    List<SeatAvailability> seats = fixture.travel().inventory().seats(coach);

    assertThat(seats).extracting(SeatAvailability::pool).containsOnly(Fixture.POOL);
    assertThat(seats)
        .extracting(SeatAvailability::seat)
        .isEqualTo(SeatPickingTest.coach(1).seats());
  }

  @Test
  void a_seat_of_a_hold_that_expired_is_free_before_anybody_has_swept_it() {
    TestClock clock = new TestClock(Instant.parse("2027-02-01T09:00:00Z"));
    JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    OccurrenceId coach = coach(SaleTerms.OPEN);
    HoldRequest request =
        HoldRequest.of(Line.of(coach, 1).seats("1B")).lifetime(Duration.ofMinutes(5));
    travel.bookings().hold(request).orElseThrow();

    assertThat(free(travel.inventory(), coach, WHOLE)).containsExactly("1A", "1C", "1D");
    clock.advance(Duration.ofMinutes(5));
    assertThat(free(travel.inventory(), coach, WHOLE)).containsExactly("1A", "1B", "1C", "1D");
  }

  @Test
  void control_a_moment_before_its_end_a_hold_still_has_its_seat() {
    TestClock clock = new TestClock(Instant.parse("2027-02-02T09:00:00Z"));
    JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    OccurrenceId coach = coach(SaleTerms.OPEN);
    HoldRequest request =
        HoldRequest.of(Line.of(coach, 1).seats("1B")).lifetime(Duration.ofMinutes(5));
    travel.bookings().hold(request).orElseThrow();

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(free(travel.inventory(), coach, WHOLE)).doesNotContain("1B");
  }

  @Test
  void a_seat_kept_for_a_channel_is_free_for_that_one_and_a_blocked_one_for_nobody() {
    OccurrenceId coach =
        coach(SaleTerms.OPEN.seat(SeatRule.blocked("1A")).seat(new SeatRule("1B", "agency")));
    List<SeatAvailability> seats = fixture.travel().inventory().seats(coach);

    assertThat(seats.stream().filter(seat -> seat.isFree(WHOLE, "web")).count()).isEqualTo(2);
    assertThat(seats.stream().filter(seat -> seat.isFree(WHOLE, null)).count()).isEqualTo(2);
    assertThat(seats.stream().filter(seat -> seat.isFree(WHOLE, "agency")).count()).isEqualTo(3);
  }

  @Test
  void there_are_none_where_there_is_no_occurrence_or_no_map() {
    Inventory inventory = fixture.travel().inventory();

    assertThat(inventory.seats(new OccurrenceId(UUID.randomUUID()))).isEmpty();
    assertThat(inventory.seats(fixture.open(3))).isEmpty();
  }
}
