package io.travelsuite.jdbc.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.SaleTerms;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WithheldUnitsTest extends SaleSuite {

  private static final Instant RELEASED = Instant.parse("2027-02-01T00:00:00Z");
  private static final SaleTerms FOUR_FOR_AGENCY =
      SaleTerms.OPEN.allotment(new Allotment(Fixture.POOL, "agency", 4, RELEASED));

  @Test
  void an_allotment_is_kept_from_all_but_its_channel() {
    OccurrenceId departure = open(10, FOUR_FOR_AGENCY);

    assertThat(leftAfterRefusal(bookings.hold(request(departure, 7)))).isEqualTo(6);
    bookings.hold(request(departure, 6)).orElseThrow();
    assertThat(leftAfterRefusal(bookings.hold(request(departure, 1).channel("web")))).isZero();
    assertThat(bookings.hold(request(departure, 4).channel("agency"))).isInstanceOf(Held.class);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_channel_takes_of_its_allotment_first_and_then_of_what_is_left_for_all() {
    OccurrenceId departure = open(10, FOUR_FOR_AGENCY);

    bookings.hold(request(departure, 7).channel("agency")).orElseThrow();

    assertThat(leftAfterRefusal(bookings.hold(request(departure, 4)))).isEqualTo(3);
    assertThat(bookings.hold(request(departure, 3))).isInstanceOf(Held.class);
  }

  @Test
  void at_its_release_an_allotment_belongs_to_all_by_the_clock_alone() {
    OccurrenceId departure = open(4, FOUR_FOR_AGENCY);

    Instant before = RELEASED.minusNanos(1_000);
    assertThat(leftAfterRefusal(at(before).bookings().hold(request(departure, 1)))).isZero();
    assertThat(at(before).inventory().availability(departure).orElseThrow().available("seats"))
        .isZero();
    assertThat(at(RELEASED).inventory().availability(departure).orElseThrow().available("seats"))
        .isEqualTo(4);
    assertThat(at(RELEASED).bookings().hold(request(departure, 1))).isInstanceOf(Held.class);
  }

  @Test
  void what_a_channel_gives_back_is_kept_for_it_again() {
    OccurrenceId departure = open(4, FOUR_FOR_AGENCY);
    Booking held = bookings.hold(request(departure, 4).channel("agency")).orElseThrow();

    bookings.release(held.id());

    assertThat(bookings.hold(request(departure, 1))).isInstanceOf(SoldOut.class);
    assertThat(bookings.hold(request(departure, 4).channel("agency"))).isInstanceOf(Held.class);
    fixture.assertNoDrift(departure);
  }

  @Test
  void an_allotment_made_later_keeps_only_what_is_left() {
    OccurrenceId departure = open(5, SaleTerms.OPEN);
    bookings.hold(request(departure, 2)).orElseThrow();

    travel.inventory().setTerms(departure, FOUR_FOR_AGENCY);

    assertThat(bookings.hold(request(departure, 1))).isInstanceOf(SoldOut.class);
    assertThat(leftAfterRefusal(bookings.hold(request(departure, 4).channel("agency"))))
        .isEqualTo(3);
    assertThat(bookings.hold(request(departure, 3).channel("agency"))).isInstanceOf(Held.class);
    travel.inventory().setTerms(departure, SaleTerms.OPEN);
    fixture.assertNoDrift(departure);
  }

  @Test
  void an_allotment_is_kept_on_every_leg() {
    OccurrenceId departure =
        fixture.open(
            fixture
                .request()
                .stops(Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20))
                .pool(Fixture.POOL, 4)
                .terms(FOUR_FOR_AGENCY));
    HoldRequest agency = HoldRequest.of(Line.of(departure, 3).between("A", "B")).channel("agency");

    bookings.hold(agency).orElseThrow();

    Line one = Line.of(departure, 1);
    assertThat(bookings.hold(HoldRequest.of(one.between("A", "B")))).isInstanceOf(SoldOut.class);
    assertThat(bookings.hold(HoldRequest.of(one.between("B", "C")))).isInstanceOf(SoldOut.class);
    assertThat(
            bookings.hold(
                HoldRequest.of(Line.of(departure, 4).between("B", "C")).channel("agency")))
        .isInstanceOf(Held.class);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_change_of_a_channels_booking_stays_in_its_channel() {
    OccurrenceId departure = open(6, FOUR_FOR_AGENCY);
    BookingId id = bookings.hold(request(departure, 1).channel("agency")).orElseThrow().id();
    bookings.hold(request(departure, 2)).orElseThrow();

    assertThat(bookings.change(id, Change.line(0, Line.of(departure, 4))))
        .isInstanceOf(Changed.class);
    assertThat(bookings.find(id).orElseThrow().lines().get(0).takes())
        .containsEntry("seats@agency", 1);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_change_that_takes_no_more_is_counted_by_the_terms_in_force_too() {
    OccurrenceId departure = open(6, FOUR_FOR_AGENCY);
    JdbcTravel other = at(NOW);
    HoldRequest request = request(departure, 2).channel("agency");
    BookingId id = other.bookings().hold(request).orElseThrow().id();

    travel.inventory().setTerms(departure, SaleTerms.OPEN);
    other.bookings().change(id, Change.line(0, Line.of(departure, 2))).orElseThrow();

    assertThat(bookings.find(id).orElseThrow().lines().get(0).takes())
        .containsOnlyKeys(Fixture.POOL);
    fixture.assertNoDrift(departure);
  }

  @RepeatedTest(5)
  void callers_of_all_channels_and_classes_at_once_never_take_what_is_kept_from_them() {
    SaleTerms terms = NESTED.allotment(new Allotment(Fixture.POOL, "agency", 4, RELEASED));
    OccurrenceId departure = open(20, terms);
    List<Bookings> instances = List.of(bookings, withoutCombining());

    List<HoldResult> results =
        Race.run(
            32,
            number -> {
              String fareClass = List.of("Y", "B", "Q", "Q").get(number % 4);
              HoldRequest request = inClass(departure, 1, fareClass);
              Bookings instance = instances.get(number / 4 % 2);
              return instance.hold(number % 8 == 7 ? request.channel("agency") : request);
            });

    long low = count(results, "Q", null);
    long all = results.stream().filter(Held.class::isInstance).count();
    long agency = count(results, "Q", "agency");
    assertThat(all).isEqualTo(20);
    assertThat(agency).as("the agency's").isEqualTo(4);
    assertThat(low)
        .as("of the lowest class, of 20 less 4 kept and 5 protected")
        .isLessThanOrEqualTo(11);
    fixture.assertNoDrift(departure);
  }

  private static Bookings withoutCombining() {
    return JdbcTravel.builder(fixture.dataSource())
        .clock(new TestClock(NOW))
        .withoutCombining()
        .build()
        .bookings();
  }

  private static long count(List<HoldResult> results, String fareClass, @Nullable String channel) {
    return results.stream()
        .filter(Held.class::isInstance)
        .map(result -> result.orElseThrow())
        .filter(booking -> fareClass.equals(booking.lines().get(0).fareClass()))
        .filter(booking -> Objects.equals(channel, booking.channel()))
        .count();
  }

  @Test
  void control_a_look_at_the_pool_alone_sells_what_is_kept() {
    OccurrenceId departure = open(4, FOUR_FOR_AGENCY);
    String guardedUpdate =
        "UPDATE travel_counter SET taken = taken + 1"
            + " WHERE occurrence_id = ? AND pool = 'seats' AND taken + 1 <= sellable";

    assertThat(fixture.rows().update(guardedUpdate, departure.value())).isEqualTo(1);
    assertThat(leftAfterRefusal(bookings.hold(request(departure, 4).channel("agency"))))
        .isEqualTo(3);
  }
}
