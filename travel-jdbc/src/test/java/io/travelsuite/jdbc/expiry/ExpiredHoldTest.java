package io.travelsuite.jdbc.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.Released;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expired holds free what they take, with no sweeper. */
class ExpiredHoldTest {

  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  private static Fixture fixture;

  private TestClock clock;
  private JdbcTravel travel;
  private Bookings bookings;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void newClock() {
    clock = TestClock.create();
    travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    bookings = travel.bookings();
  }

  private BookingId hold(Line... lines) {
    return bookings.hold(HoldRequest.of(lines).lifetime(LIFETIME)).orElseThrow().id();
  }

  private BookingState storedState(BookingId id) {
    String sql = "SELECT state FROM travel_booking WHERE id = ?";
    return BookingState.valueOf(fixture.rows().texts(sql, id.value()).get(0));
  }

  private int available(OccurrenceId occurrence) {
    return travel.inventory().availability(occurrence).orElseThrow().available(Fixture.POOL);
  }

  @Test
  void a_hold_expires_to_the_microsecond() {
    OccurrenceId departure = fixture.open(1);
    BookingId id = hold(Line.of(departure, 1));

    clock.advance(LIFETIME.minus(MICROSECOND));
    assertThat(available(departure)).isZero();
    assertThat(bookings.find(id).orElseThrow().state()).isEqualTo(BookingState.HELD);
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(SoldOut.class);

    clock.advance(MICROSECOND);
    assertThat(available(departure)).isEqualTo(1);
    assertThat(bookings.find(id).orElseThrow().state()).isEqualTo(BookingState.EXPIRED);
    assertThat(storedState(id)).isEqualTo(BookingState.HELD);
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
    assertThat(storedState(id)).isEqualTo(BookingState.EXPIRED);
    fixture.assertNoDrift(departure);
  }

  @Test
  void an_expired_hold_can_be_neither_confirmed_nor_extended_nor_changed_nor_released() {
    OccurrenceId departure = fixture.open(5);
    BookingId id = hold(Line.of(departure, 1));
    clock.advance(LIFETIME);

    assertThat(bookings.confirm(id, "paid")).isInstanceOf(WrongState.class);
    assertThat(bookings.extend(id, LIFETIME)).isInstanceOf(WrongState.class);
    assertThat(bookings.change(id, Change.add(Line.of(departure, 1))))
        .isInstanceOf(WrongState.class);
    assertThat(bookings.release(id)).isInstanceOf(WrongState.class);
    assertThat(storedState(id)).isEqualTo(BookingState.HELD);
  }

  @Test
  void a_week_that_expired_gives_all_its_nights_back_to_who_wants_one() {
    List<OccurrenceId> nights = fixture.openMany(7, 2);
    Line[] week = nights.stream().map(night -> Line.of(night, 2)).toArray(Line[]::new);
    BookingId id = hold(week);
    clock.advance(LIFETIME);

    assertThat(bookings.hold(HoldRequest.of(nights.get(3), 1))).isInstanceOf(Held.class);

    assertThat(storedState(id)).isEqualTo(BookingState.EXPIRED);
    assertThat(nights).extracting(fixture::taken).containsExactly(0, 0, 0, 1, 0, 0, 0);
    nights.forEach(fixture::assertNoDrift);
  }

  @Test
  void one_night_of_many_expired_weeks_is_enough_for_a_stay_over_all_of_them() {
    List<OccurrenceId> nights = fixture.openMany(5, 3);
    for (int i = 0; i < 3; i++) {
      hold(Line.of(nights.get(i), 1), Line.of(nights.get(i + 1), 1), Line.of(nights.get(i + 2), 1));
    }
    clock.advance(LIFETIME);
    Line[] stay = nights.stream().map(night -> Line.of(night, 3)).toArray(Line[]::new);

    assertThat(bookings.hold(HoldRequest.of(stay))).isInstanceOf(Held.class);

    assertThat(nights).extracting(fixture::taken).containsOnly(3);
    nights.forEach(fixture::assertNoDrift);
  }

  @Test
  void the_seats_of_an_expired_hold_are_free() {
    OccurrenceId departure = fixture.openWithSeats("1A", "1B", "1C");
    BookingId id = hold(Line.of(departure, 2).seats("1A", "1B"));
    Line wanted = Line.of(departure, 1).seats("1B");

    assertThat(bookings.hold(HoldRequest.of(wanted)))
        .isInstanceOfSatisfying(
            SoldOut.class,
            full -> assertThat(full.shortages().get(0).seatsTaken()).containsExactly("1B"));
    clock.advance(LIFETIME);
    assertThat(bookings.hold(HoldRequest.of(wanted))).isInstanceOf(Held.class);

    assertThat(storedState(id)).isEqualTo(BookingState.EXPIRED);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_change_takes_what_an_expired_hold_had() {
    OccurrenceId departure = fixture.open(4);
    BookingId mine = hold(Line.of(departure, 1));
    bookings.confirm(mine, "paid").orElseThrow();
    hold(Line.of(departure, 3));

    assertThat(bookings.change(mine, Change.add(Line.of(departure, 2))))
        .isInstanceOf(SoldOut.class);
    clock.advance(LIFETIME);
    assertThat(bookings.change(mine, Change.add(Line.of(departure, 2))))
        .isInstanceOf(Changed.class);

    assertThat(fixture.taken(departure)).isEqualTo(3);
    fixture.assertNoDrift(departure);
  }

  @Test
  void hundreds_of_expired_holds_are_reclaimed_for_one_request() {
    OccurrenceId departure = fixture.open(150);
    for (int i = 0; i < 150; i++) {
      hold(Line.of(departure, 1));
    }
    clock.advance(LIFETIME);

    assertThat(bookings.hold(HoldRequest.of(departure, 140))).isInstanceOf(Held.class);

    assertThat(available(departure)).isEqualTo(10);
    fixture.assertNoDrift(departure);
  }

  @Test
  void an_extended_hold_is_not_reclaimed() {
    OccurrenceId departure = fixture.open(1);
    BookingId id = hold(Line.of(departure, 1));
    clock.advance(Duration.ofMinutes(10));
    bookings.extend(id, LIFETIME).orElseThrow();

    clock.advance(Duration.ofMinutes(10));
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(SoldOut.class);
    clock.advance(Duration.ofMinutes(5));
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
  }

  @Test
  void the_key_of_an_expired_hold_answers_that_booking() {
    OccurrenceId departure = fixture.open(1);
    HoldRequest request = HoldRequest.of(departure, 1).key("checkout-expired").lifetime(LIFETIME);
    Booking booking = bookings.hold(request).orElseThrow();
    clock.advance(LIFETIME);

    assertThat(bookings.hold(request))
        .isInstanceOfSatisfying(
            Held.class,
            held -> {
              assertThat(held.repeated()).isTrue();
              assertThat(held.booking().id()).isEqualTo(booking.id());
              assertThat(held.booking().state()).isEqualTo(BookingState.EXPIRED);
            });
  }

  @Test
  void a_sweep_expires_what_is_due_and_nothing_else() {
    List<OccurrenceId> nights = fixture.openMany(2, 10);
    bookings.sweepExpired(10_000);
    BookingId due = hold(Line.of(nights.get(0), 2), Line.of(nights.get(1), 1));
    BookingId alsoDue = hold(Line.of(nights.get(0), 1));
    BookingId confirmed = hold(Line.of(nights.get(0), 1));
    bookings.confirm(confirmed, "paid").orElseThrow();
    clock.advance(Duration.ofMinutes(10));
    BookingId live = hold(Line.of(nights.get(0), 1));
    clock.advance(Duration.ofMinutes(5));

    assertThat(bookings.sweepExpired(1)).isEqualTo(1);
    assertThat(bookings.sweepExpired(10)).isEqualTo(1);
    assertThat(bookings.sweepExpired(10)).isZero();

    assertThat(List.of(due, alsoDue, confirmed, live))
        .extracting(this::storedState)
        .containsExactly(
            BookingState.EXPIRED, BookingState.EXPIRED, BookingState.CONFIRMED, BookingState.HELD);
    assertThat(nights).extracting(fixture::taken).containsExactly(2, 0);
    assertThat(bookings.release(live)).isInstanceOf(Released.class);
    nights.forEach(fixture::assertNoDrift);
  }

  /** Without reclaiming, what the counter says is taken stays taken. */
  @Test
  void control_a_seller_that_looks_at_the_counter_alone_refuses_what_is_free() {
    OccurrenceId departure = fixture.open(1);
    hold(Line.of(departure, 1));
    clock.advance(LIFETIME);

    String sell =
        "UPDATE travel_counter SET taken = taken + 1 WHERE occurrence_id = ? AND taken < sellable";
    assertThat(fixture.rows().update(sell, departure.value())).isZero();
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
  }
}
