package io.travelsuite.jdbc.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.NotOnSale.Reason;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleTerms;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FareUnitTest {

  private static final SaleTerms FERRY =
      SaleTerms.OPEN
          .party(Range.atMost(6))
          .unit(FareUnit.of("adult").taking("people", 1).aged(Range.atLeast(16)))
          .unit(FareUnit.of("child").taking("people", 1).aged(new Range(2, 15)).with("adult", 3))
          .unit(FareUnit.of("infant").taking("infants", 1).aged(Range.atMost(1)).with("adult", 1))
          .unit(
              FareUnit.of("car")
                  .taking("cars", 1)
                  .taking("lane-mm", 5_200)
                  .outsideParty()
                  .quantity(Range.atMost(1))
                  .measured("height-mm", Range.atMost(1_900)));

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

  private static OccurrenceId ferry() {
    return fixture.open(
        fixture
            .request()
            .pool("people", 8)
            .pool("infants", 2)
            .pool("cars", 10)
            .pool("lane-mm", 12_000)
            .terms(FERRY));
  }

  private static Line car(OccurrenceId ferry) {
    return Line.of(ferry, "car", 1).measure("height-mm", 1_850);
  }

  private static HoldResult hold(Line... lines) {
    return bookings.hold(HoldRequest.of(lines));
  }

  private static void assertRestricted(HoldResult result, String detail) {
    assertThat(result).isInstanceOf(NotOnSale.class);
    assertThat(((NotOnSale) result).reason()).isEqualTo(Reason.RESTRICTED);
    assertThat(((NotOnSale) result).detail()).contains(detail);
  }

  @Test
  void a_unit_takes_of_several_pools_and_is_told_on_the_booking() {
    OccurrenceId ferry = ferry();

    Booking booking = hold(Line.of(ferry, "adult", 2), car(ferry)).orElseThrow();

    BookedLine car = booking.lines().get(1);
    assertThat(car.fareUnit()).isEqualTo("car");
    assertThat(car.takes()).isEqualTo(Map.of("cars", 1, "lane-mm", 5_200));
    assertThat(bookings.find(booking.id())).contains(booking);
    var left = fixture.travel().inventory().availability(ferry).orElseThrow();
    assertThat(left.available("people")).isEqualTo(6);
    assertThat(left.available("lane-mm")).isEqualTo(6_800);
    hold(Line.of(ferry, "adult", 1), car(ferry)).orElseThrow();
    assertThat(hold(Line.of(ferry, "adult", 1), car(ferry)))
        .isInstanceOfSatisfying(
            SoldOut.class, full -> assertThat(full.shortages().get(0).pool()).isEqualTo("lane-mm"));
    fixture.assertNoDrift(ferry);
  }

  @Test
  void an_infant_takes_no_seat_and_counts_against_the_infants() {
    OccurrenceId ferry = ferry();

    hold(Line.of(ferry, "adult", 2), Line.of(ferry, "infant", 2)).orElseThrow();

    assertThat(hold(Line.of(ferry, "adult", 1), Line.of(ferry, "infant", 1)))
        .isInstanceOfSatisfying(
            SoldOut.class, full -> assertThat(full.shortages().get(0).pool()).isEqualTo("infants"));
    var left = fixture.travel().inventory().availability(ferry).orElseThrow();
    assertThat(left.available("people")).isEqualTo(6);
  }

  @Test
  void ages_companions_quantities_and_measures_restrict_a_unit() {
    OccurrenceId ferry = ferry();
    Line adult = Line.of(ferry, "adult", 1);

    assertRestricted(hold(adult.ages(15)), "adult: age 15, let through: at least 16");
    assertRestricted(hold(Line.of(ferry, "child", 1)), "child: 1 of them without enough of");
    assertRestricted(hold(adult, Line.of(ferry, "child", 4)), "child: 4 of them");
    assertRestricted(hold(adult, Line.of(ferry, "infant", 2)), "infant: 2 of them");
    assertRestricted(hold(adult, car(ferry), car(ferry)), "car: 2 of them, let through: at most 1");
    assertRestricted(hold(adult, car(ferry).measure("height-mm", 1_901)), "car: height-mm 1901");
    assertRestricted(hold(adult, Line.of(ferry, "car", 1)), "car: height-mm not told");
    assertThat(fixture.travel().inventory().availability(ferry).orElseThrow().available("people"))
        .isEqualTo(8);
    assertThat(hold(adult.ages(44), Line.of(ferry, "child", 3).ages(2, 9, 15), car(ferry)))
        .isInstanceOf(Held.class);
  }

  @Test
  void a_car_is_not_of_the_party() {
    OccurrenceId ferry = ferry();

    assertThat(hold(Line.of(ferry, "adult", 6), car(ferry))).isInstanceOf(Held.class);
    assertThat(hold(Line.of(ferry(), "adult", 7))).isInstanceOf(NotOnSale.class);
  }

  @Test
  void a_unit_that_is_not_offered_is_refused_and_a_retry_of_its_hold_is_not() {
    OccurrenceId ferry = ferry();
    HoldRequest request = HoldRequest.of(Line.of(ferry, "adult", 1)).key("before-withdrawal");
    Booking held = bookings.hold(request).orElseThrow();

    fixture.travel().inventory().setTerms(ferry, SaleTerms.OPEN);

    HoldResult refused = bookings.hold(request.key("after-withdrawal"));
    assertThat(((NotOnSale) refused).reason()).isEqualTo(Reason.NOT_OFFERED);
    assertThat(((NotOnSale) refused).detail()).contains("no fare unit adult");
    assertThat(bookings.hold(request)).isEqualTo(new Held(held, true));
  }

  @Test
  void a_retry_of_a_confirm_gets_its_booking_though_its_units_are_not_offered_any_more() {
    OccurrenceId ferry = ferry();
    Change other = Change.line(0, Line.of(ferry, "adult", 2));
    Confirmation confirmation = new Confirmation("pay-1", other);
    Booking first = hold(Line.of(ferry, "adult", 1)).orElseThrow();
    Booking late = hold(Line.of(ferry, "adult", 1)).orElseThrow();
    Booking confirmed = bookings.confirm(first.id(), confirmation).orElseThrow();

    fixture.travel().inventory().setTerms(ferry, SaleTerms.OPEN);

    Bookings elsewhere = fixture.newTravel(2).bookings(); // knows nothing of the terms before
    assertThat(elsewhere.confirm(first.id(), confirmation)).isEqualTo(new Confirmed(confirmed));
    assertThat(elsewhere.confirm(late.id(), confirmation)).isInstanceOf(NotOnSale.class);
    assertThat(elsewhere.change(late.id(), other)).isInstanceOf(NotOnSale.class);
    assertThat(bookings.find(late.id())).contains(late);
    Booking released = bookings.release(late.id()).orElseThrow();
    assertThat(elsewhere.change(late.id(), other)).isEqualTo(new WrongState(released));
  }

  @Test
  void what_a_unit_took_is_given_back_whatever_the_unit_takes_by_then() {
    OccurrenceId ferry = ferry();
    Booking held = hold(Line.of(ferry, "adult", 1), car(ferry)).orElseThrow();
    FareUnit longer = FareUnit.of("car").taking("cars", 1).taking("lane-mm", 9_000);

    fixture.travel().inventory().setTerms(ferry, SaleTerms.OPEN.unit(longer));
    bookings.release(held.id());

    var left = fixture.travel().inventory().availability(ferry).orElseThrow();
    assertThat(left.available("lane-mm")).isEqualTo(12_000);
    fixture.assertNoDrift(ferry);
  }
}
