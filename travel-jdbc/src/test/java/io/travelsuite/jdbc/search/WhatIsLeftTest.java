package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.Status;
import io.travelsuite.search.UnitsLeft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIsLeftTest {

  private static final LocalDate DAY = LocalDate.parse("2027-02-10");
  private static final Instant RELEASED = Instant.parse("2027-02-01T00:00:00Z");
  private static final FareUnit ADULT = FareUnit.of("adult").taking(Fixture.POOL, 1);

  private Fixture fixture;
  private TestClock clock;
  private JdbcTravel travel;
  private ProductId product;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    clock = new TestClock(Instant.parse("2027-01-15T08:30:00.123456Z"));
    travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    product =
        travel
            .inventory()
            .addProduct(fixture.operator().id(), "ferry", "Ferry", ZoneId.of("UTC"))
            .id();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private OccurrenceRequest request(int units) {
    return OccurrenceRequest.of(product, DAY.atTime(9, 0)).pool(Fixture.POOL, units);
  }

  private OccurrenceId open(int units, SaleTerms terms) {
    return fixture.open(request(units).terms(terms));
  }

  private SearchRequest day() {
    return SearchRequest.calendar(product, DAY, DAY).many(1_000);
  }

  private Departure find(SearchRequest request) {
    return travel.search().find(request).departures().get(0);
  }

  private Status status(SearchRequest request) {
    return find(request).status();
  }

  private int left(SearchRequest request) {
    return find(request).left().units();
  }

  @Test
  void a_hold_that_has_expired_is_free_whether_or_not_it_was_swept() {
    OccurrenceId ferry = open(5, SaleTerms.OPEN);
    HoldRequest three = HoldRequest.of(ferry, 3).lifetime(Duration.ofMinutes(10));
    Booking hold = travel.bookings().hold(three).orElseThrow();
    Booking sold = travel.bookings().hold(HoldRequest.of(ferry, 1)).orElseThrow();
    travel.bookings().confirm(sold.id(), "p").orElseThrow();

    assertThat(left(day())).isEqualTo(1);
    clock.advance(Duration.between(clock.instant(), hold.expiresAt()).minusNanos(1_000));
    assertThat(left(day())).isEqualTo(1);
    clock.advance(Duration.ofNanos(1_000));
    assertThat(left(day())).isEqualTo(4);
    assertThat(fixture.taken(ferry)).as("it was not swept").isEqualTo(4);
    assertThat(status(day().party(Party.of(4)))).isEqualTo(Status.AVAILABLE);
    assertThat(travel.bookings().hold(HoldRequest.of(ferry, 4))).isInstanceOf(Held.class);
    assertThat(left(day())).isZero();
  }

  @Test
  void control_the_counters_alone_still_count_what_has_expired() {
    OccurrenceId ferry = open(5, SaleTerms.OPEN);
    travel.bookings().hold(HoldRequest.of(ferry, 3)).orElseThrow();
    clock.advance(Duration.ofHours(1));

    fixture.rows().update("DELETE FROM travel_hold");

    assertThat(left(day())).as("by the counters, since no live hold is listed").isEqualTo(2);
  }

  @Test
  void an_expired_hold_is_free_on_its_own_legs_and_in_its_own_pools_only() {
    OccurrenceId ferry =
        fixture.open(
            request(5).pool("cars", 3).stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120)));
    Line seats = Line.of(ferry, 1).taking(Fixture.POOL, 2).taking("cars", 1).between("A", "B");
    travel.bookings().hold(HoldRequest.of(seats, seats)).orElseThrow();
    Party cars = new Party(List.of(part(1, Map.of("cars", 1))));
    Party walkers = new Party(List.of(part(1, Map.of(Fixture.POOL, 1))));

    SearchRequest fromA = SearchRequest.between(fixture.operator().id(), "A", "B", DAY).many(100);
    assertThat(travel.bookings().hold(HoldRequest.of(seats))).isInstanceOf(SoldOut.class);
    clock.advance(Duration.ofHours(1));

    assertThat(left(fromA.party(cars))).isEqualTo(3);
    assertThat(left(fromA.party(walkers))).isEqualTo(5);
    assertThat(left(day().party(cars))).isEqualTo(3);
    SearchRequest fromB = SearchRequest.between(fixture.operator().id(), "B", "C", DAY).many(100);
    assertThat(left(fromB.party(cars))).isEqualTo(3);
  }

  private static Party.Part part(int units, Map<String, Integer> takes) {
    return new Party.Part(units, Fare.NONE, new TreeMap<>(takes));
  }

  @Test
  void an_allotment_is_kept_for_its_channel_until_the_clock_releases_it() {
    OccurrenceId ferry =
        open(10, SaleTerms.OPEN.allotment(new Allotment(Fixture.POOL, "agency", 4, RELEASED)));
    travel.bookings().hold(HoldRequest.of(ferry, 1).channel("agency")).orElseThrow();
    travel.bookings().hold(HoldRequest.of(ferry, 5)).orElseThrow();

    assertThat(left(day())).isEqualTo(1);
    assertThat(left(day().channel("web"))).isEqualTo(1);
    assertThat(left(day().channel("agency"))).isEqualTo(4);
    assertThat(status(day().party(Party.of(2)))).isEqualTo(Status.SOLD_OUT);
    assertThat(status(day().party(Party.of(4)).channel("agency"))).isEqualTo(Status.AVAILABLE);
    clock.advance(Duration.between(clock.instant(), RELEASED.minusNanos(1_000)));
    assertThat(left(day())).isEqualTo(6);
    clock.advance(Duration.ofNanos(1_000));
    assertThat(left(day())).isEqualTo(10);
  }

  @Test
  void a_fare_class_has_what_is_not_protected_for_those_above_it() {
    OccurrenceId ferry =
        open(
            10,
            SaleTerms.OPEN
                .fareClass(new FareClass(Fixture.POOL, "Y", 3))
                .fareClass(new FareClass(Fixture.POOL, "B", 2))
                .fareClass(new FareClass(Fixture.POOL, "Q", 0)));
    travel.bookings().hold(HoldRequest.of(Line.of(ferry, 2).fareClass("Y"))).orElseThrow();

    assertThat(left(day().fareClass("Y"))).isEqualTo(8);
    assertThat(left(day().fareClass("B"))).isEqualTo(7);
    assertThat(left(day().fareClass("Q"))).isEqualTo(5);
    assertThat(find(day()).fareClass()).isEqualTo("Q");
    assertThat(find(day().party(Party.of(6))).fareClass()).isEqualTo("B");
    assertThat(find(day().party(Party.of(8))).fareClass()).isEqualTo("Y");
    Departure nine = find(day().party(Party.of(9)));
    assertThat(nine.status()).isEqualTo(Status.SOLD_OUT);
    assertThat(nine.fareClass()).isNull();
    assertThat(nine.left()).as("in the class that has most").isEqualTo(new UnitsLeft(8, false));
    assertThat(status(day().fareClass("X"))).isEqualTo(Status.NOT_OFFERED);
  }

  @Test
  void a_party_of_fare_units_needs_room_in_each_pool_that_they_take() {
    SaleTerms terms =
        SaleTerms.OPEN
            .unit(ADULT)
            .unit(FareUnit.of("car").taking("cars", 1).taking("lane-mm", 5_200).outsideParty())
            .unit(FareUnit.of("infant").taking("infants", 1).with("adult", 1));
    fixture.open(
        request(10).pool("cars", 4).pool("lane-mm", 15_000).pool("infants", 2).terms(terms));

    assertThat(left(day().party(Party.of("car", 1)))).isEqualTo(2);
    assertThat(status(day().party(Party.of("car", 3)))).isEqualTo(Status.SOLD_OUT);
    Party family = Party.of("adult", 2).and("car", 2);
    assertThat(status(day().party(family))).isEqualTo(Status.AVAILABLE);
    assertThat(left(day().party(family))).isEqualTo(2);
    assertThat(left(day().party(Party.of("adult", 9)))).isEqualTo(10);
    assertThat(status(day().party(Party.of("infant", 1)))).isEqualTo(Status.RESTRICTED);
    assertThat(status(day().party(Party.of("adult", 1).and("infant", 1))))
        .isEqualTo(Status.AVAILABLE);
    assertThat(status(day().party(Party.of("adult", 3).and("infant", 3))))
        .isEqualTo(Status.SOLD_OUT);
    assertThat(status(day().party(Party.of("senior", 1)))).isEqualTo(Status.NOT_OFFERED);
    assertThat(status(day())).as("several pools, none told").isEqualTo(Status.NOT_OFFERED);
  }

  @Test
  void a_measure_is_judged_as_a_hold_judges_it() {
    FareUnit car = FareUnit.of("car").taking("cars", 1).measured("height-mm", Range.atMost(1_900));
    fixture.open(request(10).pool("cars", 4).terms(SaleTerms.OPEN.unit(car).unit(ADULT)));
    Party adult = Party.of("adult", 1);

    assertThat(status(day().party(adult.and("car", 1)))).isEqualTo(Status.RESTRICTED);
    assertThat(status(day().party(adult.and(Fare.of("car").measure("height-mm", 2_000), 1))))
        .isEqualTo(Status.RESTRICTED);
    assertThat(status(day().party(adult.and(Fare.of("car").measure("height-mm", 1_900), 1))))
        .isEqualTo(Status.AVAILABLE);
  }

  @Test
  void terms_decide_by_the_clock() {
    Instant starts = Instant.parse("2027-02-10T09:00:00Z");
    Instant opens = Instant.parse("2027-02-05T00:00:00Z");
    SaleTerms terms =
        SaleTerms.OPEN.opensAt(opens).cutoff(Duration.ofHours(2)).party(new Range(2, 4));
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120)};
    fixture.open(request(10).stops(stops).terms(terms));
    SearchRequest pair = day().party(Party.of(2));

    assertThat(status(pair)).isEqualTo(Status.NOT_YET_OPEN);
    assertThat(find(pair).left()).isEqualTo(UnitsLeft.NONE);
    clock.advance(Duration.between(clock.instant(), opens));
    assertThat(status(pair)).isEqualTo(Status.AVAILABLE);
    assertThat(status(day())).isEqualTo(Status.PARTY_TOO_SMALL);
    assertThat(status(day().party(Party.of(5)))).isEqualTo(Status.PARTY_TOO_LARGE);
    clock.advance(Duration.between(clock.instant(), starts.minus(Duration.ofHours(2))));
    assertThat(status(pair)).isEqualTo(Status.CUTOFF_PASSED);
    SearchRequest fromB =
        SearchRequest.between(fixture.operator().id(), "B", "C", DAY).party(Party.of(2));
    assertThat(status(fromB)).as("an hour later").isEqualTo(Status.AVAILABLE);
  }

  @Test
  void a_closed_and_a_cancelled_departure_say_so_at_once() {
    OccurrenceId ferry = open(10, SaleTerms.OPEN);
    JdbcTravel other = fixture.newTravel(2);
    assertThat(status(day())).isEqualTo(Status.AVAILABLE);

    other.inventory().close(ferry);
    assertThat(status(day())).isEqualTo(Status.CLOSED);
    other.inventory().reopen(ferry);
    assertThat(status(day())).isEqualTo(Status.AVAILABLE);
    other.inventory().setTerms(ferry, SaleTerms.OPEN.party(Range.atLeast(2)));
    assertThat(status(day())).isEqualTo(Status.PARTY_TOO_SMALL);
    other.inventory().cancel(ferry);
    assertThat(status(day())).isEqualTo(Status.CANCELLED);
  }

  @Test
  void a_pool_that_lost_capacity_has_nothing_left_until_it_is_worked_off() {
    OccurrenceId ferry = open(10, SaleTerms.OPEN);
    travel.bookings().hold(HoldRequest.of(ferry, 8)).orElseThrow();

    travel.inventory().shrink(ferry, Fixture.POOL, Capacity.of(6));

    assertThat(left(day())).isZero();
    assertThat(status(day())).isEqualTo(Status.SOLD_OUT);
  }
}
