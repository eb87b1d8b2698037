package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.ClockChange;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Product;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Departures at the hours when clocks change, with their instants. */
class ClockChangeTest {

  private Operations operations;

  @BeforeEach
  void open() {
    operations = Operations.create();
  }

  @AfterEach
  void close() {
    operations.close();
  }

  private List<String> runs(String zone, LocalTime time, String first) {
    Product product =
        operations
            .inventory()
            .addProduct(operations.product().operator(), "night", "Night", ZoneId.of(zone));
    LocalDate from = LocalDate.parse(first);
    Schedule schedule =
        Schedule.of(product.id(), "night", Recurrence.of("FREQ=DAILY", from, time))
            .pool(Pool.of("seats", 10));
    return operations.schedules().apply(schedule, Horizon.until(from.plusDays(2))).opened().stream()
        .map(start -> told(operations.at(start.toString())))
        .toList();
  }

  private String told(OccurrenceId id) {
    Occurrence occurrence = operations.inventory().find(id).orElseThrow();
    return occurrence.localStart() + " " + occurrence.startsAt() + " " + occurrence.clockChange();
  }

  @Test
  void in_new_york_a_time_that_is_skipped_in_spring_is_an_hour_later() {
    assertThat(runs("America/New_York", LocalTime.of(2, 30), "2027-03-13"))
        .containsExactly(
            "2027-03-13T02:30 2027-03-13T07:30:00Z NONE",
            "2027-03-14T02:30 2027-03-14T07:30:00Z GAP",
            "2027-03-15T02:30 2027-03-15T06:30:00Z NONE");
  }

  @Test
  void in_new_york_a_time_that_comes_twice_in_autumn_is_the_earlier() {
    assertThat(runs("America/New_York", LocalTime.of(1, 30), "2027-11-06"))
        .containsExactly(
            "2027-11-06T01:30 2027-11-06T05:30:00Z NONE",
            "2027-11-07T01:30 2027-11-07T05:30:00Z OVERLAP",
            "2027-11-08T01:30 2027-11-08T06:30:00Z NONE");
  }

  @Test
  void in_lisbon_likewise() {
    assertThat(runs("Europe/Lisbon", LocalTime.of(1, 30), "2027-03-27"))
        .containsExactly(
            "2027-03-27T01:30 2027-03-27T01:30:00Z NONE",
            "2027-03-28T01:30 2027-03-28T01:30:00Z GAP",
            "2027-03-29T01:30 2027-03-29T00:30:00Z NONE");
  }

  @Test
  void in_lisbon_the_earlier_of_two_in_autumn() {
    assertThat(runs("Europe/Lisbon", LocalTime.of(1, 30), "2027-10-30"))
        .containsExactly(
            "2027-10-30T01:30 2027-10-30T00:30:00Z NONE",
            "2027-10-31T01:30 2027-10-31T00:30:00Z OVERLAP",
            "2027-11-01T01:30 2027-11-01T01:30:00Z NONE");
  }

  @Test
  void where_clocks_do_not_change_nothing_does() {
    assertThat(runs("America/Regina", LocalTime.of(2, 30), "2027-03-13"))
        .containsExactly(
            "2027-03-13T02:30 2027-03-13T08:30:00Z NONE",
            "2027-03-14T02:30 2027-03-14T08:30:00Z NONE",
            "2027-03-15T02:30 2027-03-15T08:30:00Z NONE");
    assertThat(ClockChange.values()).hasSize(3);
  }
}
