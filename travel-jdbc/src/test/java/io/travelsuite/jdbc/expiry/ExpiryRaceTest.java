package io.travelsuite.jdbc.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A hold that expires while one wants to confirm it and another wants its units. */
class ExpiryRaceTest {

  private static final Instant START = Instant.parse("2027-01-15T08:30:00.123456Z");
  private static final Instant EXPIRY = START.plus(Duration.ofMinutes(15));
  private static final Instant JUST_BEFORE = EXPIRY.minusNanos(1_000);

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static Bookings at(Clock clock) {
    return JdbcTravel.builder(fixture.schema().dataSource(2)).clock(clock).build().bookings();
  }

  private static Bookings at(Instant time) {
    return at(new TestClock(time));
  }

  private static BookingId holdAll(OccurrenceId departure, int units) {
    return at(START).hold(HoldRequest.of(departure, units)).orElseThrow().id();
  }

  @Test
  void a_confirm_that_looked_at_the_time_before_the_expiry_wins_over_who_wants_the_units()
      throws Exception {
    OccurrenceId departure = fixture.open(1);
    BookingId id = holdAll(departure, 1);
    GateClock justBefore = new GateClock(JUST_BEFORE);

    CompletableFuture<BookingResult> confirming =
        CompletableFuture.supplyAsync(() -> at(justBefore).confirm(id, "paid"));
    justBefore.awaitAsked();
    BookingResult wanted = at(EXPIRY).hold(HoldRequest.of(departure, 1));
    justBefore.open();

    assertThat(confirming.get(20, TimeUnit.SECONDS)).isInstanceOf(Confirmed.class);
    assertThat(wanted).isInstanceOf(SoldOut.class);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_hold_that_looked_at_the_time_after_the_expiry_leaves_alone_what_was_confirmed_meanwhile()
      throws Exception {
    OccurrenceId departure = fixture.open(1);
    BookingId id = holdAll(departure, 1);
    GateClock atExpiry = new GateClock(EXPIRY);

    CompletableFuture<BookingResult> holding =
        CompletableFuture.supplyAsync(() -> at(atExpiry).hold(HoldRequest.of(departure, 1)));
    atExpiry.awaitAsked();
    BookingResult confirmed = at(JUST_BEFORE).confirm(id, "paid");
    atExpiry.open();

    assertThat(confirmed).isInstanceOf(Confirmed.class);
    assertThat(holding.get(20, TimeUnit.SECONDS)).isInstanceOf(SoldOut.class);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_confirm_by_a_clock_that_lags_does_not_revive_a_hold_whose_units_were_taken() {
    OccurrenceId departure = fixture.open(1);
    BookingId id = holdAll(departure, 1);

    assertThat(at(EXPIRY).hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);

    assertThat(at(JUST_BEFORE).confirm(id, "paid")).isInstanceOf(WrongState.class);
    fixture.assertNoDrift(departure);
  }

  @Test
  void control_a_confirm_that_does_not_compare_what_it_sets_sells_the_unit_twice() {
    OccurrenceId departure = fixture.open(1);
    BookingId id = holdAll(departure, 1);

    String held = "SELECT COUNT(*) FROM travel_booking WHERE id = ? AND state = 'HELD'";
    assertThat(fixture.rows().number(held, id.value())).isEqualTo(1);
    Booking other = at(EXPIRY).hold(HoldRequest.of(departure, 1)).orElseThrow();
    String confirm = "UPDATE travel_booking SET state = 'CONFIRMED' WHERE id = ?";
    fixture.rows().update(confirm, id.value());

    assertThat(at(EXPIRY).find(id).orElseThrow().state()).isEqualTo(BookingState.CONFIRMED);
    assertThat(at(EXPIRY).confirm(other.id(), "paid")).isInstanceOf(Confirmed.class);
    assertThat(fixture.travel().integrity().verify(departure)).isNotEmpty();
  }

  @RepeatedTest(12)
  void of_a_confirm_and_the_expiry_exactly_one_wins() {
    TestClock clock = new TestClock(JUST_BEFORE);
    List<Bookings> instances = List.of(at(clock), at(clock));
    OccurrenceId departure = fixture.open(1);
    BookingId id = holdAll(departure, 1);

    List<BookingResult> results =
        Race.run(
            12,
            number -> {
              Bookings bookings = instances.get(number % 2);
              if (number == 11) {
                clock.advance(Duration.ofNanos(1_000));
              }
              return number % 4 < 2
                  ? bookings.hold(HoldRequest.of(departure, 1))
                  : bookings.confirm(id, "paid");
            });

    long confirmed = results.stream().filter(Confirmed.class::isInstance).count();
    long taken = results.stream().filter(Held.class::isInstance).count();
    // Who asked for the unit too early and who confirms too late may all lose: then it is free now.
    long late = at(clock).hold(HoldRequest.of(departure, 1)) instanceof Held ? 1 : 0;
    assertThat(Math.min(1, confirmed) + taken + late).isEqualTo(1);
    assertThat(fixture.taken(departure)).isEqualTo(1);
    fixture.assertNoDrift(departure);
  }

  @Test
  void sweepers_and_holders_that_meet_give_an_expired_hold_back_once() {
    OccurrenceId departure = fixture.open(40);
    for (int i = 0; i < 10; i++) {
      holdAll(departure, 4);
    }
    Bookings later = at(EXPIRY);

    List<Integer> units =
        Race.run(
            12,
            number -> {
              if (number % 3 == 0) {
                later.sweepExpired(100);
                return 0;
              }
              return later.hold(HoldRequest.of(departure, 7)) instanceof Held ? 7 : 0;
            });

    int held = units.stream().mapToInt(Integer::intValue).sum();
    assertThat(held).isBetween(1, 40).isEqualTo(fixture.taken(departure) - stillHeld(departure));
    fixture.assertNoDrift(departure);
  }

  /** Units of the first holds that nobody gave back. */
  private static int stillHeld(OccurrenceId departure) {
    String sql = "SELECT COUNT(*) * 4 FROM travel_hold WHERE occurrence_id = ? AND expires_at <= ?";
    return (int) fixture.rows().number(sql, departure.value(), EXPIRY.toString().replace("Z", ""));
  }
}
