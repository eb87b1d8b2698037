package io.travelsuite.jdbc.reminder;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Product;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcReminders;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.notify.reminder.ReminderRule;
import io.travelsuite.notify.reminder.ReminderSettings;
import io.travelsuite.notify.reminder.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A library in January 2027 in New York, with a clock that the test moves. */
abstract class ReminderSuite {

  static final ReminderRule DAY = ReminderRule.beforeDeparture("day", Duration.ofHours(24));

  Fixture fixture;
  TestClock clock;
  JdbcTravel travel;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    clock = TestClock.create();
    travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  Reminders reminders(ReminderRule... rules) {
    return JdbcReminders.of(travel, ReminderSettings.of(rules));
  }

  /** How many a rule generates now. */
  int generate(ReminderRule rule) {
    return reminders(rule).generate(100_000).generated();
  }

  OccurrenceId departure(String localStart) {
    return departure(fixture.product(), localStart);
  }

  OccurrenceId departure(Product product, String localStart) {
    return travel
        .inventory()
        .open(
            OccurrenceRequest.of(product.id(), LocalDateTime.parse(localStart)).pool("seats", 500))
        .orElseThrow()
        .id();
  }

  Booking book(OccurrenceId departure) {
    return book(HoldRequest.of(departure, 1));
  }

  Booking book(HoldRequest request) {
    return confirm(travel.bookings().hold(request).orElseThrow().id());
  }

  Booking confirm(BookingId id) {
    return travel.bookings().confirm(id, "paid").orElseThrow();
  }

  void at(String instant) {
    clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
  }

  List<String> payloads(String type) {
    return fixture
        .rows()
        .texts("SELECT payload FROM travel_event WHERE type = ? ORDER BY occurred_at", type);
  }
}
