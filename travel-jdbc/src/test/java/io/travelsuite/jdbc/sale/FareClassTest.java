package io.travelsuite.jdbc.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.sale.FareClass;
import org.junit.jupiter.api.Test;

class FareClassTest extends SaleSuite {

  @Test
  void what_is_protected_for_a_class_is_sold_to_it_and_above_and_never_below() {
    OccurrenceId departure = open(10, NESTED);

    assertThat(leftAfterRefusal(bookings.hold(inClass(departure, 6, "Q")))).isEqualTo(5);
    bookings.hold(inClass(departure, 5, "Q")).orElseThrow();
    assertThat(leftAfterRefusal(bookings.hold(inClass(departure, 3, "B")))).isEqualTo(2);
    bookings.hold(inClass(departure, 2, "B")).orElseThrow();
    assertThat(bookings.hold(inClass(departure, 1, "B"))).isInstanceOf(SoldOut.class);
    assertThat(bookings.hold(inClass(departure, 3, "Y"))).isInstanceOf(Held.class);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_higher_class_takes_what_is_protected_for_lower_ones() {
    OccurrenceId departure = open(10, NESTED);

    assertThat(bookings.hold(inClass(departure, 10, "Y"))).isInstanceOf(Held.class);
  }

  @Test
  void what_a_high_class_has_bought_is_protected_no_more() {
    OccurrenceId departure = open(10, NESTED);
    bookings.hold(inClass(departure, 3, "Y")).orElseThrow();

    assertThat(leftAfterRefusal(bookings.hold(inClass(departure, 6, "Q")))).isEqualTo(5);
    assertThat(bookings.hold(inClass(departure, 5, "Q"))).isInstanceOf(Held.class);
  }

  @Test
  void a_request_in_no_class_is_treated_as_the_lowest() {
    OccurrenceId departure = open(10, NESTED);

    assertThat(leftAfterRefusal(bookings.hold(request(departure, 6)))).isEqualTo(5);
    assertThat(travel.inventory().availability(departure).orElseThrow().available("seats"))
        .isEqualTo(5);
  }

  @Test
  void a_class_of_another_pool_does_not_get_past_the_protection_of_this_one() {
    FareClass sport = new FareClass("bikes", "sport", 0);
    OccurrenceRequest request = fixture.request().pool(Fixture.POOL, 5).pool("bikes", 2);
    OccurrenceId departure = fixture.open(request.terms(NESTED.fareClass(sport)));
    Line seat = Line.of(departure, 1).taking(Fixture.POOL, 1);
    HoldRequest fiveInTheHighest =
        HoldRequest.of(Line.of(departure, 5).taking(Fixture.POOL, 1).fareClass("Y"));

    assertThat(leftAfterRefusal(bookings.hold(HoldRequest.of(seat.fareClass("sport"))))).isZero();
    assertThat(bookings.hold(fiveInTheHighest)).isInstanceOf(Held.class);
  }

  @Test
  void a_change_to_a_lower_class_asks_for_room_in_that_class() {
    OccurrenceId departure = open(10, NESTED);
    bookings.hold(inClass(departure, 4, "Q")).orElseThrow();
    BookingId high = bookings.hold(inClass(departure, 2, "Y")).orElseThrow().id();

    Change toLowest = Change.line(0, Line.of(departure, 2).fareClass("Q"));
    assertThat(bookings.change(high, toLowest)).isInstanceOf(SoldOut.class);
    Change oneOnly = Change.line(0, Line.of(departure, 1).fareClass("Q"));
    assertThat(bookings.change(high, oneOnly)).isInstanceOf(Changed.class);
    fixture.assertNoDrift(departure);
  }
}
