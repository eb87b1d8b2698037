package io.travelsuite.jdbc.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.Stop;
import io.travelsuite.notify.reminder.ReminderReport;
import io.travelsuite.notify.reminder.ReminderRule;
import io.travelsuite.notify.reminder.Reminders;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DepartureReminderTest extends ReminderSuite {

  private static final ReminderRule EVENING =
      ReminderRule.daysBeforeDeparture("evening", 1, LocalTime.of(18, 0));

  @Test
  void a_confirmed_booking_is_reminded_once_from_when_it_is_due() {
    Booking booking = book(departure("2027-03-01T09:00")); // 14:00Z

    at("2027-02-28T13:59:59Z");
    assertThat(generate(DAY)).isZero();
    at("2027-02-28T14:00:00Z");
    assertThat(generate(DAY)).isOne();
    assertThat(generate(DAY)).isZero();
    at("2027-03-01T13:00:00Z");
    assertThat(generate(DAY)).isZero();

    assertThat(payloads("reminder.departure"))
        .singleElement()
        .asString()
        .contains(
            "\"booking\":\"" + booking.id() + "\"",
            "\"rule\":\"day\"",
            "\"departsAt\":\"2027-03-01T14:00:00Z\"",
            "\"zone\":\"America/New_York\"");
    assertThat(
            fixture
                .rows()
                .number(
                    "SELECT COUNT(*) FROM travel_event WHERE type = 'reminder.departure'"
                        + " AND aggregate_id = ? AND version = ?",
                    booking.id().value(),
                    booking.version()))
        .isOne();
    fixture.assertNoDrift();
  }

  @Test
  void holds_and_what_was_cancelled_or_will_not_run_get_none() {
    OccurrenceId departure = departure("2027-03-01T09:00");
    OccurrenceId cancelled = departure("2027-03-01T10:00");
    BookingId given = book(departure).id();
    travel.bookings().cancel(given).orElseThrow();
    travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
    book(cancelled);
    travel.inventory().cancel(cancelled);

    at("2027-02-28T20:00:00Z");
    assertThat(generate(DAY)).isZero();
  }

  @Test
  void a_booking_that_is_cancelled_after_it_was_due_and_before_it_was_generated_gets_none() {
    BookingId booking = book(departure("2027-03-01T09:00")).id();
    at("2027-02-28T15:00:00Z");
    travel.bookings().cancel(booking).orElseThrow();

    assertThat(generate(DAY)).isZero();
  }

  @Test
  void after_a_pause_of_the_timer_it_comes_late_and_after_the_departure_never() {
    book(departure("2027-03-01T09:00"));
    book(departure("2027-03-02T09:00"));

    at("2027-03-01T20:00:00Z");
    assertThat(generate(DAY)).isOne();
  }

  @Test
  void who_books_late_gets_none_or_gets_it_at_once() {
    OccurrenceId departure = departure("2027-03-01T09:00");
    ReminderRule atOnce =
        ReminderRule.beforeDeparture("at-once", Duration.ofHours(24)).lateAtOnce();
    at("2027-03-01T03:00:00Z");
    assertThat(generate(atOnce)).isZero(); // has looked at the run already
    book(departure);
    clock.advance(Duration.ofMinutes(6));

    assertThat(generate(DAY)).isZero();
    assertThat(generate(atOnce)).isOne();
    clock.advance(Duration.ofMinutes(6));
    assertThat(generate(atOnce)).isZero();
  }

  @Test
  void a_retime_takes_the_reminder_along() {
    OccurrenceId departure = departure("2027-03-01T09:00");
    book(departure);
    travel.schedules().retime(departure, LocalDateTime.parse("2027-03-03T09:00"));

    at("2027-02-28T15:00:00Z");
    assertThat(generate(DAY)).isZero();
    at("2027-03-02T14:00:00Z");
    assertThat(generate(DAY)).isOne();
    assertThat(payloads("reminder.departure").get(0)).contains("2027-03-03T14:00:00Z");
  }

  @Test
  void a_retime_to_so_soon_that_it_was_due_before_reminds_at_once() {
    OccurrenceId departure = departure("2027-03-05T09:00");
    book(departure);
    at("2027-02-28T20:00:00Z");
    assertThat(generate(DAY)).isZero();

    travel.schedules().retime(departure, LocalDateTime.parse("2027-03-01T09:00"));

    assertThat(generate(DAY)).isOne();
  }

  @Test
  void who_was_reminded_is_reminded_again_only_if_the_departure_moved_by_more_than_said() {
    OccurrenceId departure = departure("2027-03-01T09:00");
    book(departure);
    at("2027-02-28T14:30:00Z");
    assertThat(generate(DAY)).isOne();

    travel.schedules().retime(departure, LocalDateTime.parse("2027-03-01T11:00"));
    at("2027-02-28T17:00:00Z");
    assertThat(generate(DAY)).isZero();
    travel.schedules().retime(departure, LocalDateTime.parse("2027-03-01T11:01"));
    at("2027-02-28T17:01:00Z");
    assertThat(generate(DAY)).isOne();
    assertThat(generate(DAY)).isZero();
    assertThat(payloads("reminder.departure")).hasSize(2).last().asString().contains("16:01:00Z");
  }

  @Test
  void a_stay_is_reminded_of_once_and_both_ways_where_that_is_said() {
    OccurrenceId first = departure("2027-03-01T09:00");
    OccurrenceId second = departure("2027-03-02T09:00");
    ReminderRule both = ReminderRule.beforeDeparture("both", Duration.ofHours(24)).everyDeparture();
    book(HoldRequest.of(Line.of(first, 1), Line.of(second, 1)));

    at("2027-02-28T15:00:00Z");
    assertThat(generate(DAY)).isOne();
    assertThat(generate(both)).isOne();
    at("2027-03-01T15:00:00Z");
    assertThat(generate(DAY)).isZero();
    assertThat(generate(both)).isOne();
  }

  @Test
  void a_booking_that_was_moved_is_reminded_of_where_it_is_now() {
    OccurrenceId first = departure("2027-03-01T09:00");
    OccurrenceId second = departure("2027-03-04T09:00");
    Booking booking = book(first);
    int line = booking.lines().get(0).number();
    travel.bookings().change(booking.id(), Change.line(line, Line.of(second, 1))).orElseThrow();

    at("2027-02-28T15:00:00Z");
    assertThat(generate(DAY)).isZero();
    at("2027-03-03T15:00:00Z");
    assertThat(generate(DAY)).isOne();
  }

  @Test
  void people_are_reminded_of_when_and_where_they_board() {
    OccurrenceId train =
        travel
            .inventory()
            .open(
                OccurrenceRequest.of(
                        fixture.product().id(), LocalDateTime.parse("2027-03-01T20:00"))
                    .stops(
                        Stop.of("NYC", 0),
                        Stop.of("CHI", 6 * 60).zone(ZoneId.of("America/Chicago")),
                        Stop.of("DEN", 20 * 60).zone(ZoneId.of("America/Denver")))
                    .pool("seats", 10))
            .orElseThrow()
            .id();
    book(HoldRequest.of(Line.of(train, 1).between("NYC", "DEN")));
    book(HoldRequest.of(Line.of(train, 1).between("CHI", "DEN"))); // 01:00 on 2 March there

    at("2027-03-01T01:00:00Z");
    assertThat(generate(DAY)).isOne();
    assertThat(payloads("reminder.departure").get(0)).contains("\"departsAt\":\"2027-03-02T01:00");
    at("2027-03-01T06:59:00Z");
    assertThat(generate(DAY)).isZero();
    at("2027-03-01T07:00:00Z");
    assertThat(generate(DAY)).isOne();
    assertThat(payloads("reminder.departure").get(1))
        .contains("\"departsAt\":\"2027-03-02T07:00:00Z\"", "America/Chicago");
  }

  @Test
  void over_a_change_of_the_clocks_24_hours_are_24_and_the_evening_is_at_six() {
    Product halfHour =
        travel
            .inventory()
            .addProduct(
                fixture.operator().id(), "ferry", "Ferry", ZoneId.of("Australia/Lord_Howe"));
    book(departure("2027-03-14T09:00")); // spring: 13:00Z, the evening before at 23:00Z
    book(departure("2027-11-07T09:00")); // autumn: 14:00Z, the evening before at 22:00Z
    book(departure(halfHour, "2027-10-03T09:00")); // 2 October 22:00Z, the evening at 07:30Z

    expect("2027-03-13T13:00:00Z", DAY);
    expect("2027-03-13T23:00:00Z", EVENING);
    expect("2027-10-01T22:00:00Z", DAY);
    expect("2027-10-02T07:30:00Z", EVENING);
    expect("2027-11-06T14:00:00Z", DAY);
    expect("2027-11-06T22:00:00Z", EVENING);
  }

  private void expect(String due, ReminderRule rule) {
    at(due);
    clock.advance(Duration.ofSeconds(-1));
    assertThat(generate(rule)).isZero();
    at(due);
    assertThat(generate(rule)).isOne();
  }

  @Test
  void a_limit_leaves_the_rest_for_the_next_call() {
    for (int i = 0; i < 5; i++) {
      book(departure("2027-03-01T09:0" + i));
    }
    at("2027-02-28T15:00:00Z");
    Reminders reminders = reminders(DAY);

    assertThat(reminders.generate(2)).isEqualTo(new ReminderReport(2, 2, true));
    assertThat(reminders.generate(2)).isEqualTo(new ReminderReport(2, 2, true));
    assertThat(reminders.generate(2)).isEqualTo(new ReminderReport(1, 1, false));
  }

  @Test
  void a_run_with_more_bookings_than_fit_one_transaction_is_reminded_of_as_a_whole() {
    OccurrenceId departure = departure("2027-03-01T09:00");
    for (int i = 0; i < 310; i++) {
      book(departure);
    }
    at("2027-02-28T15:00:00Z");

    assertThat(generate(DAY)).isEqualTo(310);
    assertThat(generate(DAY)).isZero();
  }

  @Test
  void what_is_past_is_purged_after_its_retention() {
    book(departure("2027-03-01T09:00"));
    at("2027-02-28T15:00:00Z");
    generate(DAY);
    Reminders reminders = reminders(DAY);

    assertThat(reminders.purge(300)).isZero();
    at("2027-04-05T00:00:00Z");
    assertThat(reminders.purge(300)).isEqualTo(2);
    assertThat(reminders.purge(300)).isZero();
    assertThat(generate(DAY)).isZero();
  }
}
