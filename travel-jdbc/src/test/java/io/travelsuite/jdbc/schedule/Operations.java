package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Product;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.Schedules;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** An operator's day: a product in New York, schedules of it, and a clock in January 2027. */
final class Operations implements AutoCloseable {

  /** A Monday. */
  static final LocalDate FIRST = LocalDate.parse("2027-03-01");

  private final Fixture fixture = Fixture.create();
  private final TestClock clock = TestClock.create();
  private final JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();

  private Operations() {}

  static Operations create() {
    return new Operations();
  }

  Fixture fixture() {
    return fixture;
  }

  TestClock clock() {
    return clock;
  }

  JdbcTravel travel() {
    return travel;
  }

  /** Another process, on a pool of its own, at the same time. */
  JdbcTravel newTravel() {
    return JdbcTravel.builder(fixture.schema().dataSource(3)).clock(clock).build();
  }

  Schedules schedules() {
    return travel.schedules();
  }

  Inventory inventory() {
    return travel.inventory();
  }

  Bookings bookings() {
    return travel.bookings();
  }

  Product product() {
    return fixture.product();
  }

  /** A schedule at nine, without pools yet. */
  Schedule daily(String rule) {
    return Schedule.of(product().id(), "daily", Recurrence.of(rule, FIRST, LocalTime.of(9, 0)));
  }

  /** The occurrence of the product that starts then. */
  OccurrenceId at(String start) {
    return new OccurrenceId(
        UUID.fromString(
            fixture
                .rows()
                .texts(
                    """
                    SELECT LOWER(CONCAT_WS('-', SUBSTR(h, 1, 8), SUBSTR(h, 9, 4), SUBSTR(h, 13, 4),
                      SUBSTR(h, 17, 4), SUBSTR(h, 21)))
                    FROM (SELECT HEX(id) AS h FROM travel_occurrence
                      WHERE local_start = ? AND label = '') ids
                    """,
                    LocalDateTime.parse(start).toString().replace('T', ' '))
                .get(0)));
  }

  /** The starts of the product's occurrences. */
  List<LocalDateTime> starts() {
    return fixture
        .rows()
        .texts(
            """
            SELECT DATE_FORMAT(local_start, '%Y-%m-%dT%H:%i:%s') FROM travel_occurrence
            ORDER BY local_start, label
            """)
        .stream()
        .map(LocalDateTime::parse)
        .toList();
  }

  Availability availability(OccurrenceId occurrence) {
    return inventory().availability(occurrence).orElseThrow();
  }

  /** Of a pool on the first leg. */
  Capacity capacity(OccurrenceId occurrence, String pool) {
    return availability(occurrence).legs().stream()
        .filter(leg -> leg.pool().equals(pool))
        .findFirst()
        .orElseThrow()
        .capacity();
  }

  /** A confirmed booking. */
  Booking book(HoldRequest request) {
    Booking held = bookings().hold(request).orElseThrow();
    return bookings().confirm(held.id(), "paid").orElseThrow();
  }

  /** How many events there are. */
  long events() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_event");
  }

  /** How many events there are of a type. */
  long events(String type) {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_event WHERE type = ?", type);
  }

  void assertNoDrift() {
    assertThat(travel.integrity().verify()).isEmpty();
  }

  @Override
  public void close() {
    fixture.close();
  }
}
