package io.travelsuite.jdbc.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SeatChange;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.sale.SeatRule;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import io.travelsuite.seat.SeatWish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatPickingTest {

  private static final SeatWish BEST = SeatWish.bestAvailable();
  private static final Stop[] ROUTE = {
    Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20), Stop.of("D", 30)
  };

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

  /** Rows of four with an aisle in the middle: 1A 1B | 1C 1D. */
  static SeatMap coach(int rows) {
    List<Seat> seats = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      for (int i = 0; i < 4; i++) {
        seats.add(Seat.of(row + String.valueOf("ABCD".charAt(i)), "" + row, i < 2 ? i : i + 1));
      }
    }
    return new SeatMap(seats);
  }

  private static OccurrenceId openCoach(int rows, SaleTerms terms) {
    return fixture.open(
        fixture.request().stops(ROUTE).pool(Pool.ofSeats(Fixture.POOL, coach(rows))).terms(terms));
  }

  private static OccurrenceId openCoach(int rows) {
    return openCoach(rows, SaleTerms.OPEN);
  }

  private static List<String> seats(HoldResult result) {
    return result.orElseThrow().lines().get(0).seats();
  }

  private static HoldResult hold(Line line) {
    return bookings.hold(HoldRequest.of(line));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_retry_gets_its_booking_though_no_seats_are_left_side_by_side(boolean combining) {
    Bookings asked = combining ? bookings : fixture.newDirectTravel(2).bookings();
    OccurrenceId coach = openCoach(2);
    String key = "a pair " + combining;
    HoldRequest pair = HoldRequest.of(Line.of(coach, 2).seats(BEST.allTogether())).key(key);
    Booking first = asked.hold(pair).orElseThrow();
    assertThat(first.lines().get(0).seats()).containsExactly("1A", "1B");
    for (String seat : List.of("1C", "2A", "2B", "2D")) {
      hold(Line.of(coach, 1).seats(seat)).orElseThrow(); // 1D and 2C are left
    }

    assertThat(asked.hold(pair.key("not " + key))).isInstanceOf(SoldOut.class);
    assertThat(asked.hold(pair).orElseThrow().id()).isEqualTo(first.id());
    HoldRequest other = HoldRequest.of(Line.of(coach, 2).seats(BEST));
    assertThat(asked.hold(other.key(key))).isInstanceOf(KeyConflict.class);
  }

  @Test
  void a_party_gets_seats_side_by_side_and_finds_them_on_its_booking() {
    OccurrenceId coach = openCoach(2);
    hold(Line.of(coach, 1).seats("1A"));

    Booking booking = hold(Line.of(coach, 2).seats(BEST)).orElseThrow();

    assertThat(booking.lines().get(0).seats()).containsExactly("1C", "1D");
    assertThat(bookings.find(booking.id())).contains(booking);
    fixture.assertNoDrift(coach);
  }

  @Test
  void who_asks_for_a_seat_that_was_picked_is_refused_and_gets_it_once_it_is_given_back() {
    OccurrenceId coach = openCoach(1);
    Booking picked = hold(Line.of(coach, 2).seats(BEST)).orElseThrow();
    Line same = Line.of(coach, 1).seats(picked.lines().get(0).seats().get(0));

    assertThat(hold(same)).isInstanceOf(SoldOut.class);
    bookings.release(picked.id());
    assertThat(hold(same)).isInstanceOf(Held.class);
    fixture.assertNoDrift(coach);
  }

  @Test
  void a_party_that_must_sit_together_is_refused_where_it_cannot() {
    OccurrenceId coach = openCoach(2);
    hold(Line.of(coach, 1).seats("1A"));
    hold(Line.of(coach, 1).seats("1D"));
    hold(Line.of(coach, 1).seats("2B"));
    hold(Line.of(coach, 1).seats("2C"));

    HoldResult refused = hold(Line.of(coach, 2).seats(BEST.allTogether()));
    assertThat(refused)
        .isInstanceOfSatisfying(SoldOut.class, full -> assertThat(full.available()).isEqualTo(1));
    assertThat(hold(Line.of(coach, 2).seats(BEST))).isInstanceOf(Held.class);
  }

  @Test
  void a_seat_is_free_from_end_to_end_only_where_each_of_its_legs_is() {
    OccurrenceId coach = openCoach(1);
    Booking ab = hold(Line.of(coach, 1).between("A", "B").seats("1A")).orElseThrow();
    hold(Line.of(coach, 1).between("C", "D").seats("1A")).orElseThrow();
    bookings.release(ab.id());

    HoldResult whole = hold(Line.of(coach, 1).seats("1A"));
    assertThat(whole)
        .isInstanceOfSatisfying(
            SoldOut.class,
            full -> {
              assertThat(full.shortages().get(0).seatsTaken()).containsExactly("1A");
              assertThat(full.shortages().get(0).legs().from()).isEqualTo(2);
            });
    assertThat(seats(hold(Line.of(coach, 1).between("A", "C").seats("1A")))).containsExactly("1A");
    fixture.assertNoDrift(coach);
  }

  @Test
  void the_same_seat_throughout_is_preferred_to_a_better_one_with_a_change() {
    OccurrenceId coach = openCoach(1);
    hold(Line.of(coach, 1).between("B", "C").seats("1A"));

    BookedLine line = hold(Line.of(coach, 1).seats(BEST)).orElseThrow().lines().get(0);

    assertThat(line.seats().get(0)).isNotEqualTo("1A");
    assertThat(line.seatChanges()).isEmpty();
  }

  @Test
  void where_no_seat_is_free_throughout_the_fewest_changes_are_told_and_given_back() {
    OccurrenceId coach =
        fixture.open(
            fixture.request().stops(ROUTE).pool(Pool.ofSeats(Fixture.POOL, List.of("1", "2"))));
    Booking first = hold(Line.of(coach, 1).between("A", "B").seats("1")).orElseThrow();
    hold(Line.of(coach, 1).between("C", "D").seats("2")).orElseThrow();

    Booking booking = hold(Line.of(coach, 1).seats(BEST)).orElseThrow();

    BookedLine line = booking.lines().get(0);
    assertThat(line.seats()).containsExactly("2");
    assertThat(line.seatChanges()).hasSize(1);
    SeatChange change = line.seatChanges().get(0);
    assertThat(change.seat()).isEqualTo("1");
    assertThat(change.leg()).isBetween(1, 2);
    assertThat(bookings.find(booking.id())).contains(booking);
    fixture.assertNoDrift(coach);
    bookings.release(booking.id());
    bookings.release(first.id());
    assertThat(hold(Line.of(coach, 1).seats("1"))).isInstanceOf(Held.class);
    fixture.assertNoDrift(coach);
  }

  @Test
  void seats_kept_from_a_channel_are_not_picked_for_it() {
    SaleTerms terms =
        SaleTerms.OPEN
            .seat(SeatRule.blocked("1A"))
            .seat(SeatRule.blocked("1B"))
            .seat(new SeatRule("1C", "agency"));
    OccurrenceId coach = openCoach(1, terms);

    assertThat(seats(hold(Line.of(coach, 1).seats(BEST)))).containsExactly("1D");
    assertThat(hold(Line.of(coach, 1).seats(BEST))).isInstanceOf(SoldOut.class);
    HoldRequest agency = HoldRequest.of(Line.of(coach, 1).seats(BEST)).channel("agency");
    assertThat(seats(bookings.hold(agency))).containsExactly("1C");
  }

  @Test
  void an_expired_hold_neither_splits_a_party_nor_makes_it_change_seats() {
    Instant now = Instant.parse("2027-01-01T12:00:00Z");
    OccurrenceId coach =
        fixture.open(
            fixture.request().stops(ROUTE).pool(Pool.ofSeats(Fixture.POOL, List.of("1", "2"))));
    Bookings before = at(now);
    Duration minute = Duration.ofMinutes(1);
    Line ab = Line.of(coach, 1).between("A", "B").seats("1");
    before.hold(HoldRequest.of(ab).lifetime(minute)).orElseThrow();
    Line cd = Line.of(coach, 1).between("C", "D").seats("2");
    before.hold(HoldRequest.of(cd).lifetime(minute)).orElseThrow();

    BookedLine line =
        at(now.plus(minute))
            .hold(HoldRequest.of(Line.of(coach, 1).seats(BEST)))
            .orElseThrow()
            .lines()
            .get(0);

    assertThat(line.seatChanges()).isEmpty();
    fixture.assertNoDrift(coach);
  }

  private static Bookings at(Instant now) {
    return JdbcTravel.builder(fixture.dataSource()).clock(new TestClock(now)).build().bookings();
  }

  @Test
  void a_change_picks_seats_as_a_hold_does() {
    OccurrenceId first = openCoach(1);
    OccurrenceId second = openCoach(1);
    Booking held = hold(Line.of(first, 2).seats(BEST)).orElseThrow();

    Booking changed =
        bookings.change(held.id(), Change.line(0, Line.of(second, 2).seats(BEST))).orElseThrow();

    assertThat(changed.lines().get(0).seats()).hasSize(2);
    assertThat(bookings.find(held.id())).contains(changed);
    fixture.assertNoDrift(first, second);
  }

  @Test
  void a_seat_that_one_line_names_is_not_picked_for_another() {
    OccurrenceId coach = openCoach(1);
    Line picks = Line.of(coach, 2).seats(BEST);
    Line names = Line.of(coach, 1).seats("1A");

    Booking booking = bookings.hold(HoldRequest.of(picks, names)).orElseThrow();

    assertThat(booking.lines().get(0).seats()).containsExactly("1C", "1D");
    fixture.assertNoDrift(coach);
  }

  @Test
  void a_change_may_pick_the_seats_that_it_gives_back() {
    OccurrenceId coach = openCoach(1);
    Booking two = hold(Line.of(coach, 2).seats("1A", "1C")).orElseThrow();
    hold(Line.of(coach, 1).seats("1D"));

    Change together = Change.line(0, Line.of(coach, 2).seats(BEST.allTogether()));
    Booking changed = bookings.change(two.id(), together).orElseThrow();

    assertThat(changed.lines().get(0).seats()).containsExactly("1A", "1B");
    fixture.assertNoDrift(coach);
  }

  @Test
  void two_lines_of_one_request_get_different_seats() {
    OccurrenceId coach = openCoach(1);
    Line line = Line.of(coach, 2).seats(BEST);

    Booking booking = bookings.hold(HoldRequest.of(line, line)).orElseThrow();

    Set<String> all = new HashSet<>(booking.lines().get(0).seats());
    all.addAll(booking.lines().get(1).seats());
    assertThat(all).hasSize(4);
  }
}
