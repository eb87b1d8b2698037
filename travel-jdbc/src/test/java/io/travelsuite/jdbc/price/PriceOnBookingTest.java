package io.travelsuite.jdbc.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.NotOnSale.Reason;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.price.Charge;
import io.travelsuite.price.DateRange;
import io.travelsuite.price.Discount;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.price.Prices;
import io.travelsuite.price.Promo;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.SaleTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PriceOnBookingTest {

  private static final SaleTerms TERMS =
      SaleTerms.OPEN
          .unit(FareUnit.of("adult").taking(Fixture.POOL, 1))
          .unit(FareUnit.of("child").taking(Fixture.POOL, 1))
          .fareClass(new FareClass(Fixture.POOL, "flex", 0))
          .fareClass(new FareClass(Fixture.POOL, "saver", 0))
          .atPrices();

  private static Fixture fixture;
  private static Bookings bookings;
  private static Prices prices;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    bookings = fixture.travel().bookings();
    prices = fixture.travel().prices();
    put(PriceScope.of("adult"), Price.of("EUR", 3_000).charge(Charge.fee("Booking", eur(150))));
    put(PriceScope.of("adult").fareClass("saver"), Price.of("EUR", 1_900));
    put(PriceScope.of("adult").between("B", "C"), Price.of("EUR", 1_000));
    put(PriceScope.of("adult").channel("agency"), Price.of("EUR", 2_500));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static Money eur(long cents) {
    return Money.ofMinor(CurrencyUnit.EUR, cents);
  }

  private static void put(PriceScope scope, Price price) {
    prices.put(fixture.product().id(), List.of(new PriceRule(scope, price)));
  }

  private static OccurrenceId coach() {
    return fixture.open(
        fixture
            .request()
            .stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120))
            .pool(Fixture.POOL, 20)
            .terms(TERMS));
  }

  private static Booking hold(Line... lines) {
    return bookings.hold(HoldRequest.of(lines)).orElseThrow();
  }

  private static Reason reason(HoldResult result) {
    return ((NotOnSale) result).reason();
  }

  @Test
  void a_line_is_sold_at_the_price_of_its_unit_class_stops_and_channel() {
    OccurrenceId coach = coach();
    Line adult = Line.of(coach, "adult", 2);

    assertThat(hold(adult).total()).contains(eur(2 * 3_150));
    assertThat(hold(adult.fareClass("saver")).total()).contains(eur(2 * 1_900));
    assertThat(hold(adult.between("B", "C")).total()).contains(eur(2 * 1_000));
    Booking agency = bookings.hold(HoldRequest.of(adult).channel("agency")).orElseThrow();
    assertThat(agency.total()).contains(eur(2 * 2_500));
    assertThat(bookings.find(agency.id())).contains(agency);
  }

  @Test
  void the_price_stays_for_the_life_of_the_hold_and_the_booking() {
    OccurrenceId coach = coach();
    put(PriceScope.of("child"), Price.of("EUR", 800));
    Booking held = hold(Line.of(coach, "child", 2));

    put(PriceScope.of("child"), Price.of("EUR", 1_200));

    assertThat(bookings.confirm(held.id(), "paid").orElseThrow().total()).contains(eur(1_600));
    Booking cancelled = bookings.cancel(held.id(), UnitSelection.of(0, 1)).orElseThrow();
    assertThat(cancelled.total()).contains(eur(800));
    assertThat(hold(Line.of(coach, "child", 1)).total()).contains(eur(1_200));
    prices.remove(fixture.product().id(), List.of(PriceScope.of("child")));
  }

  @Test
  void what_has_no_price_is_not_sold_where_prices_are_asked() {
    OccurrenceId coach = coach();

    assertThat(reason(bookings.hold(HoldRequest.of(Line.of(coach, "child", 1)))))
        .isEqualTo(Reason.NO_PRICE);
    assertThat(reason(bookings.hold(HoldRequest.of(coach, 1)))).isEqualTo(Reason.NO_PRICE);
    assertThat(hold(Line.of(fixture.open(5), 1)).total()).isEmpty();
  }

  @Test
  void a_change_is_priced_as_it_is_made() {
    OccurrenceId coach = coach();
    Booking held = hold(Line.of(coach, "adult", 1));

    Change saver = Change.line(0, Line.of(coach, "adult", 1).fareClass("saver"));
    assertThat(bookings.change(held.id(), saver).orElseThrow().total()).contains(eur(1_900));
  }

  @Test
  void a_promo_code_takes_off_and_is_kept_on_the_booking() {
    OccurrenceId coach = coach();
    prices.putPromo(Promo.of(fixture.operator().id(), "TENTH", Discount.Percent.of(10), 100));

    Booking held =
        bookings.hold(HoldRequest.of(Line.of(coach, "adult", 1)).promo("TENTH")).orElseThrow();

    assertThat(held.total()).contains(eur(3_150 - 315));
    assertThat(held.promo().code()).isEqualTo("TENTH");
    assertThat(bookings.find(held.id())).contains(held);
    fixture.assertNoDrift();
  }

  @Test
  void a_promo_code_that_is_unknown_or_ended_or_for_other_dates_is_refused() {
    OccurrenceId coach = coach();
    HoldRequest request = HoldRequest.of(Line.of(coach, "adult", 1));
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    Promo promo = Promo.of(fixture.operator().id(), "ENDS", new Discount.Fixed(eur(500)), 5);
    prices.putPromo(promo.endsAt(end));

    assertThat(reason(bookings.hold(request.promo("NONE")))).isEqualTo(Reason.PROMO_NOT_VALID);
    assertThat(at(end.minusSeconds(1)).hold(request.promo("ENDS"))).isInstanceOf(Held.class);
    assertThat(reason(at(end).hold(request.promo("ENDS")))).isEqualTo(Reason.PROMO_NOT_VALID);
    prices.putPromo(promo.dates(DateRange.on(LocalDate.of(2020, 1, 1))));
    assertThat(reason(bookings.hold(request.promo("ENDS")))).isEqualTo(Reason.PROMO_NOT_VALID);
    HoldRequest unpriced = HoldRequest.of(fixture.open(5), 1).promo("ENDS");
    assertThat(reason(bookings.hold(unpriced))).isEqualTo(Reason.PROMO_NOT_VALID);
  }

  private static Bookings at(Instant now) {
    return JdbcTravel.builder(fixture.dataSource()).clock(new TestClock(now)).build().bookings();
  }

  @Test
  void callers_at_once_use_a_promo_code_as_often_as_it_may_be_over_many_occurrences() {
    prices.putPromo(Promo.of(fixture.operator().id(), "SEVEN", new Discount.Fixed(eur(100)), 7));
    List<OccurrenceId> coaches = List.of(coach(), coach(), coach());
    List<Bookings> instances = List.of(bookings, fixture.newDirectTravel(4).bookings());

    List<HoldResult> results =
        Race.run(
            24,
            number ->
                instances
                    .get(number % 2)
                    .hold(
                        HoldRequest.of(Line.of(coaches.get(number % 3), "adult", 1))
                            .promo("SEVEN")));

    assertThat(results.stream().filter(Held.class::isInstance)).hasSize(7);
    assertThat(results.stream().filter(NotOnSale.class::isInstance))
        .allSatisfy(no -> assertThat(reason(no)).isEqualTo(Reason.PROMO_USED_UP))
        .hasSize(17);
    fixture.assertNoDrift();
  }

  @Test
  void a_use_comes_back_when_a_hold_is_released_or_expires_or_a_booking_is_cancelled() {
    Instant now = Instant.parse("2026-12-01T10:00:00Z");
    prices.putPromo(Promo.of(fixture.operator().id(), "ONE", new Discount.Fixed(eur(100)), 1));
    OccurrenceId coach = coach();
    HoldRequest request =
        HoldRequest.of(Line.of(coach, "adult", 1)).promo("ONE").lifetime(Duration.ofMinutes(5));

    BookingId released = at(now).hold(request).orElseThrow().id();
    assertThat(reason(at(now).hold(request))).isEqualTo(Reason.PROMO_USED_UP);
    at(now).release(released);
    at(now).hold(request).orElseThrow();
    assertThat(reason(at(now.plusSeconds(299)).hold(request))).isEqualTo(Reason.PROMO_USED_UP);
    BookingId sold = at(now.plusSeconds(300)).hold(request).orElseThrow().id();
    at(now.plusSeconds(301)).confirm(sold, "paid").orElseThrow();
    at(now.plusSeconds(302)).cancel(sold).orElseThrow();
    assertThat(at(now.plusSeconds(303)).hold(request)).isInstanceOf(Held.class);
    fixture.assertNoDrift();
  }
}
