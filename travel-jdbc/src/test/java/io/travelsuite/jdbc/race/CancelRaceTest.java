package io.travelsuite.jdbc.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Cancelled;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Success;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CancelRaceTest {

  private static final int THREADS = 16;

  private static Fixture fixture;
  private static List<JdbcTravel> instances;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    instances = List.of(fixture.newTravel(8), fixture.newDirectTravel(8));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static Bookings bookings(int number) {
    return instances.get(number % 2).bookings();
  }

  /** A confirmed booking of some units of a departure on which others have 20 more. */
  private static Booking sold(OccurrenceId departure, int units) {
    bookings(0).hold(HoldRequest.of(departure, 20)).orElseThrow();
    Booking held = bookings(0).hold(HoldRequest.of(departure, units)).orElseThrow();
    return bookings(0).confirm(held.id(), "paid").orElseThrow();
  }

  private static long events(BookingId id, String type) {
    String sql = "SELECT COUNT(*) FROM travel_event WHERE aggregate_id = ? AND type = ?";
    return fixture.rows().number(sql, id.value(), type);
  }

  @Test
  void sixteen_cancels_of_one_booking_give_back_once() {
    OccurrenceId departure = fixture.open(30);
    BookingId id = sold(departure, 3).id();

    assertThat(Race.run(THREADS, number -> bookings(number).cancel(id)))
        .hasOnlyElementsOfType(Cancelled.class);

    assertThat(fixture.taken(departure)).isEqualTo(20);
    assertThat(events(id, "booking.cancelled")).isEqualTo(1);
    fixture.assertNoDrift(departure);
  }

  @Test
  void sixteen_cancels_of_one_unit_give_back_one() {
    OccurrenceId departure = fixture.open(30);
    BookingId id = sold(departure, 3).id();

    assertThat(Race.run(THREADS, number -> bookings(number).cancel(id, UnitSelection.of(0, 1))))
        .hasOnlyElementsOfType(Cancelled.class);

    assertThat(fixture.taken(departure)).isEqualTo(22);
    assertThat(events(id, "booking.reduced")).isEqualTo(1);
    fixture.assertNoDrift(departure);
  }

  @Test
  void control_cancels_that_read_the_state_without_a_lock_give_back_many_times() {
    OccurrenceId departure = fixture.open(30);
    BookingId id = sold(departure, 3).id();
    CountDownLatch allHaveRead = new CountDownLatch(THREADS);

    Race.run(THREADS, number -> cancelUnlocked(id, departure, allHaveRead));

    assertThat(fixture.taken(departure)).isLessThan(20);
    assertThat(fixture.travel().integrity().verify(departure)).isNotEmpty();
  }

  private static boolean cancelUnlocked(BookingId id, OccurrenceId departure, CountDownLatch read)
      throws InterruptedException {
    String state = "SELECT COUNT(*) FROM travel_booking WHERE id = ? AND state = 'CONFIRMED'";
    boolean confirmed = fixture.rows().number(state, id.value()) == 1;
    read.countDown();
    read.await(20, TimeUnit.SECONDS);
    if (confirmed) {
      fixture
          .rows()
          .update("UPDATE travel_booking SET state = 'CANCELLED' WHERE id = ?", id.value());
      fixture
          .rows()
          .update(
              "UPDATE travel_counter SET taken = GREATEST(0, taken - 3) WHERE occurrence_id = ?",
              departure.value());
    }
    return confirmed;
  }

  @RepeatedTest(5)
  void of_a_release_and_a_confirm_exactly_one_wins() {
    OccurrenceId departure = fixture.open(30);
    BookingId id = bookings(0).hold(HoldRequest.of(departure, 3)).orElseThrow().id();

    List<BookingResult> results =
        Race.run(
            THREADS,
            number ->
                number % 4 < 2
                    ? bookings(number).confirm(id, "paid")
                    : bookings(number).release(id));

    assertOneKindWon(results);
    assertThat(events(id, "booking.confirmed") + events(id, "booking.released")).isEqualTo(1);
    assertThat(fixture.taken(departure)).isIn(0, 3);
    fixture.assertNoDrift(departure);
  }

  @RepeatedTest(5)
  void of_a_cancel_and_a_no_show_exactly_one_wins() {
    OccurrenceId departure = fixture.open(30);
    BookingId id = sold(departure, 2).id();

    List<BookingResult> results =
        Race.run(
            THREADS,
            number -> number % 4 < 2 ? bookings(number).noShow(id) : bookings(number).cancel(id));

    assertOneKindWon(results);
    assertThat(events(id, "booking.no_show") + events(id, "booking.cancelled")).isEqualTo(1);
    fixture.assertNoDrift(departure);
  }

  @Test
  void units_cancelled_one_by_one_from_many_threads_are_given_back_each_once() {
    OccurrenceId departure = fixture.open(60);
    BookingId id = sold(departure, THREADS).id();

    assertThat(
            Race.run(THREADS, number -> bookings(number).cancel(id, UnitSelection.of(0, number))))
        .hasOnlyElementsOfType(Cancelled.class);

    assertThat(fixture.taken(departure)).isEqualTo(20);
    assertThat(events(id, "booking.reduced")).isEqualTo(THREADS - 1);
    assertThat(events(id, "booking.cancelled")).isEqualTo(1);
    fixture.assertNoDrift(departure);
  }

  /** Threads of number 0 and 1 modulo 4 asked for one transition, the others for another. */
  private static void assertOneKindWon(List<BookingResult> results) {
    boolean firstKind = results.get(0) instanceof Success;
    for (int number = 0; number < THREADS; number++) {
      Class<?> expected = number % 4 < 2 == firstKind ? Success.class : WrongState.class;
      assertThat(results.get(number)).isInstanceOf(expected);
    }
  }
}
