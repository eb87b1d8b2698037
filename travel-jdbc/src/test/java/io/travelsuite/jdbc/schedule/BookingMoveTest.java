package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.schedule.Batch;
import io.travelsuite.schedule.BatchResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookingMoveTest extends TwoRunsSuite {

  @Test
  void bookings_are_moved_whole_and_who_does_not_fit_is_told_while_others_go_on() {
    OccurrenceId small = open("2027-03-01T20:00", 5);
    BookingId couple = operations.book(HoldRequest.of(morning, 2)).id();
    BookingId group = operations.book(HoldRequest.of(morning, 9)).id();
    BookingId single = operations.bookings().hold(HoldRequest.of(morning, 1)).orElseThrow().id();

    BatchResult result = operations.schedules().moveBookings(morning, small, Batch.of(10));

    assertThat(result.done()).containsExactly(couple, single);
    assertThat(result.refused()).hasSize(1);
    assertThat(result.refused().get(0).booking()).isEqualTo(group);
    assertThat(result.refused().get(0).refusal()).isInstanceOf(SoldOut.class);
    assertThat(state(single)).isEqualTo(BookingState.HELD);
    assertThat(taken(morning)).isEqualTo(9);
    assertThat(taken(small)).isEqualTo(3);
    assertThat(operations.events("booking.changed")).isEqualTo(2);
  }

  @Test
  void begun_anew_after_each_batch_moves_lose_and_repeat_nothing() {
    for (int i = 0; i < 9; i++) {
      HoldRequest request = HoldRequest.of(morning, i < 6 ? 2 : 1);
      Booking held = operations.bookings().hold(request).orElseThrow();
      if (i < 6) {
        operations.bookings().confirm(held.id(), "paid").orElseThrow();
      }
    }

    BatchResult result;
    int done = 0;
    do {
      result = operations.newTravel().schedules().moveBookings(morning, evening, Batch.of(2));
      done += result.done().size();
    } while (result.more());

    assertThat(done).isEqualTo(9);
    assertThat(operations.events("booking.changed")).isEqualTo(9);
    assertThat(taken(evening)).isEqualTo(15);
  }

  @Test
  void lines_are_moved_between_stops_of_the_same_codes_on_the_same_seats_with_what_they_take() {
    Pool seats = Pool.ofSeats("seats", List.of("1A", "1B", "2A"));
    Stop[] local = {Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120)};
    Stop[] express = {Stop.of("A", 0), Stop.of("C", 90)};
    OccurrenceId from = open(request("2027-03-02T09:00").stops(local).pool(seats).pool("kg", 99));
    OccurrenceId to = open(request("2027-03-02T12:00").stops(express).pool(seats).pool("kg", 99));
    Line whole = Line.of(from, 2).taking("seats", 1).taking("kg", 20).seats("1A", "1B");
    Booking moved = operations.book(HoldRequest.of(whole));
    operations.bookings().cancel(moved.id(), UnitSelection.of(0, 0)).orElseThrow();
    Line first = Line.of(from, 1).taking("seats", 1).between("A", "B");
    Booking stays = operations.book(HoldRequest.of(first));

    BatchResult result = operations.schedules().moveBookings(from, to, Batch.of(10));

    assertThat(result.done()).containsExactly(moved.id());
    BookedLine line = operations.bookings().find(moved.id()).orElseThrow().lines().get(0);
    assertThat(line.occurrence()).isEqualTo(to);
    assertThat(line.legs().legs()).isEqualTo(1);
    assertThat(line.seats()).containsExactly("1B");
    assertThat(line.takes()).containsEntry("kg", 20).containsEntry("seats", 1);
    assertThat(result.refused().get(0).booking()).isEqualTo(stays.id());
    assertThat(result.refused().get(0).refusal())
        .isInstanceOfSatisfying(
            NotOnSale.class, no -> assertThat(no.detail()).contains("must be one of the stops"));
  }

  @Test
  void a_booking_that_was_changed_away_meanwhile_is_not_met_again() {
    Booking booking = operations.book(HoldRequest.of(morning, 2));
    operations.bookings().change(booking.id(), Change.line(0, Line.of(evening, 2))).orElseThrow();

    assertThat(operations.schedules().moveBookings(morning, evening, Batch.of(10)).done())
        .isEmpty();
    assertThat(taken(evening)).isEqualTo(2);
  }

  @Test
  void an_occurrence_to_move_to_must_exist_and_be_another() {
    OccurrenceId unknown = new OccurrenceId(UUID.randomUUID());

    for (OccurrenceId to : List.of(unknown, morning)) {
      assertThatThrownBy(() -> operations.schedules().moveBookings(morning, to, Batch.of(1)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("to must");
    }
  }

  @Test
  void fare_unit_class_and_channel_go_along_and_a_unit_with_measures_is_told() {
    FareUnit car = FareUnit.of("car").taking("seats", 1).measured("height", Range.atMost(190));
    SaleTerms terms =
        SaleTerms.OPEN
            .unit(FareUnit.of("adult").taking("seats", 1))
            .unit(car)
            .allotment(new Allotment("seats", "web", 2, Instant.parse("2027-03-01T00:00:00Z")))
            .fareClass(new FareClass("seats", "Y", 0));
    OccurrenceId from = open(request("2027-03-03T09:00").pool("seats", 5).terms(terms));
    OccurrenceId to = open(request("2027-03-04T09:00").pool("seats", 5).terms(terms));
    Line adults = Line.of(from, "adult", 2).fareClass("Y");
    Booking moved = operations.book(HoldRequest.of(adults).channel("web"));
    Line driven = Line.of(from, "car", 1).measure("height", 150);
    Booking stays = operations.book(HoldRequest.of(driven));

    BatchResult result = operations.schedules().moveBookings(from, to, Batch.of(10));

    assertThat(result.done()).containsExactly(moved.id());
    BookedLine line = operations.bookings().find(moved.id()).orElseThrow().lines().get(0);
    assertThat(line.fareUnit()).isEqualTo("adult");
    assertThat(line.fareClass()).isEqualTo("Y");
    assertThat(line.takes()).containsOnlyKeys("seats", "seats@web", "seats~Y");
    assertThat(result.refused()).extracting(one -> one.booking()).containsExactly(stays.id());
    assertThat(result.refused().get(0).refusal())
        .isInstanceOfSatisfying(
            NotOnSale.class, no -> assertThat(no.reason()).isEqualTo(NotOnSale.Reason.RESTRICTED));
  }
}
