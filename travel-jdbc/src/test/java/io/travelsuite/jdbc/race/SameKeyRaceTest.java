package io.travelsuite.jdbc.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SameKeyRaceTest {

  private static final int THREADS = 64;

  private static Fixture fixture;
  private static List<JdbcTravel> instances;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    instances = List.of(fixture.newTravel(16), fixture.newDirectTravel(16));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static HoldResult hold(int number, HoldRequest request) {
    return instances.get(number % 2).bookings().hold(request);
  }

  @Test
  void a_key_from_64_threads_makes_one_booking() {
    OccurrenceId departure = fixture.open(200);
    HoldRequest request = HoldRequest.of(departure, 3).key("checkout-1");

    assertOneBooking(Race.run(THREADS, number -> hold(number, request)));

    assertThat(fixture.taken(departure)).isEqualTo(3);
    fixture.assertNoDrift(departure);
  }

  @Test
  void control_64_threads_that_look_before_they_insert_make_many_bookings() {
    String key = "checkout-1";
    fixture.rows().update("CREATE TABLE control_booking (booking_key VARBINARY(255))");
    String stored = "SELECT COUNT(*) FROM control_booking WHERE booking_key = ?";
    CountDownLatch allHaveLooked = new CountDownLatch(THREADS);

    Race.run(
        THREADS,
        number -> {
          long before = fixture.rows().number(stored, key);
          allHaveLooked.countDown();
          allHaveLooked.await(20, TimeUnit.SECONDS);
          return before > 0
              ? 0
              : fixture.rows().update("INSERT INTO control_booking VALUES (?)", key);
        });

    assertThat(fixture.rows().number(stored, key)).isGreaterThan(1);
  }

  @Test
  void the_last_unit_under_one_key_is_held_for_all_who_asked_and_sold_out_for_none() {
    OccurrenceId departure = fixture.open(1);
    HoldRequest request = HoldRequest.of(departure, 1).key("checkout-2");

    assertOneBooking(Race.run(THREADS, number -> hold(number, request)));
  }

  @Test
  void an_id_chosen_by_the_client_makes_one_booking() {
    OccurrenceId departure = fixture.open(200);
    BookingId id = new BookingId(UUID.randomUUID());
    HoldRequest request = HoldRequest.of(departure, 3).id(id);

    Booking booking = assertOneBooking(Race.run(THREADS, number -> hold(number, request)));

    assertThat(booking.id()).isEqualTo(id);
    assertThat(fixture.taken(departure)).isEqualTo(3);
  }

  @Test
  void one_key_for_requests_that_share_no_counter_makes_one_booking_and_conflicts() {
    List<OccurrenceId> departures = fixture.openMany(4, 200);

    List<HoldResult> results =
        Race.run(
            THREADS,
            number ->
                hold(number, HoldRequest.of(departures.get(number % 4), 2).key("checkout-3")));

    List<HoldResult> held = results.stream().filter(Held.class::isInstance).toList();
    BookingId winner = assertOneBooking(held).id();
    assertThat(held).hasSize(THREADS / 4);
    assertThat(results.stream().filter(result -> !(result instanceof Held)))
        .hasSize(THREADS * 3 / 4)
        .allMatch(new KeyConflict(winner)::equals);
    assertThat(departures.stream().mapToInt(fixture::taken).sum()).isEqualTo(2);
    departures.forEach(fixture::assertNoDrift);
  }

  @Test
  void an_id_taken_by_another_request_is_a_conflict() {
    OccurrenceId departure = fixture.open(10);
    BookingId id = new BookingId(UUID.randomUUID());
    hold(0, HoldRequest.of(departure, 1).id(id)).orElseThrow();

    assertThat(hold(1, HoldRequest.of(departure, 2).id(id))).isEqualTo(new KeyConflict(id));
    assertThat(fixture.taken(departure)).isEqualTo(1);
  }

  @Test
  void a_refusal_is_not_kept_under_its_key() {
    OccurrenceId departure = fixture.open(1);
    HoldRequest request = HoldRequest.of(departure, 2).key("checkout-4");
    assertThat(hold(0, request)).isInstanceOf(SoldOut.class);

    fixture.travel().inventory().resize(departure, Fixture.POOL, Capacity.of(2));

    assertThat(hold(0, request))
        .isInstanceOfSatisfying(Held.class, held -> assertThat(held.repeated()).isFalse());
  }

  /** Exactly one made it, all others were answered with it. */
  private static Booking assertOneBooking(List<HoldResult> results) {
    assertThat(results).hasOnlyElementsOfType(Held.class);
    List<Held> all = results.stream().map(Held.class::cast).toList();
    assertThat(all.stream().filter(held -> !held.repeated())).hasSize(1);
    Set<Booking> bookings = all.stream().map(Held::booking).collect(Collectors.toSet());
    assertThat(bookings).hasSize(1);
    Booking booking = bookings.iterator().next();
    String sql = "SELECT COUNT(*) FROM travel_booking WHERE id = ? OR booking_key = ?";
    assertThat(fixture.rows().number(sql, booking.id().value(), booking.key())).isEqualTo(1);
    return booking;
  }
}
