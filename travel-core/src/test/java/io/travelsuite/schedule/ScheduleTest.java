package io.travelsuite.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.ClockChange;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.SaleTerms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final LocalDate FIRST = LocalDate.parse("2027-03-01"); // a Monday
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final Schedule SCHEDULE =
      Schedule.of(
              new ProductId(UUID.randomUUID()),
              "daily",
              Recurrence.of("FREQ=DAILY", FIRST, LocalTime.of(9, 0)))
          .pool(Pool.of("seats", 50));

  private static Capacity seats(Schedule schedule, DayOfWeek day) {
    LocalDateTime start = FIRST.plusDays(day.getValue() - 1).atTime(9, 0);
    return schedule.run(start, LISBON).pools().get(0).capacity();
  }

  @Test
  void sellable_is_physical_plus_a_percentage_rounded_down_or_a_number() {
    assertThat(seats(SCHEDULE, DayOfWeek.MONDAY)).isEqualTo(new Capacity(50, 50));
    assertThat(seats(SCHEDULE.overbooking(Overbooking.percent("seats", 5)), DayOfWeek.MONDAY))
        .isEqualTo(new Capacity(50, 52));
    assertThat(seats(SCHEDULE.overbooking(Overbooking.units("seats", 3)), DayOfWeek.MONDAY))
        .isEqualTo(new Capacity(50, 53));
  }

  @Test
  void the_first_overbooking_rule_that_covers_the_day_decides() {
    Schedule schedule =
        SCHEDULE
            .overbooking(Overbooking.percent("seats", 10).on(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY))
            .overbooking(Overbooking.units("seats", 1).on(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    assertThat(seats(schedule, DayOfWeek.FRIDAY).sellable()).isEqualTo(55);
    assertThat(seats(schedule, DayOfWeek.MONDAY).sellable()).isEqualTo(51);
    assertThat(seats(schedule, DayOfWeek.TUESDAY).sellable()).isEqualTo(50);
  }

  @Test
  void what_a_pool_says_is_sellable_holds_where_no_rule_covers_the_day() {
    Schedule kept =
        SCHEDULE
            .pool(Pool.of("seats", 50))
            .pool(SCHEDULE.pools().get(0).capacity(new Capacity(50, 40)))
            .overbooking(Overbooking.units("seats", 2).on(DayOfWeek.FRIDAY));

    assertThat(seats(kept, DayOfWeek.MONDAY)).isEqualTo(new Capacity(50, 40));
    assertThat(seats(kept, DayOfWeek.FRIDAY)).isEqualTo(new Capacity(50, 52));
  }

  @Test
  void moments_told_relative_to_the_start_become_moments_in_time_that_passes() {
    ScheduleTerms terms =
        ScheduleTerms.of(SaleTerms.OPEN.cutoff(Duration.ofMinutes(10)))
            .opensBefore(Duration.ofDays(1))
            .allotment(new RelativeAllotment("seats", "agency", 5, Duration.ofHours(36)));
    LocalDateTime afterTheClocksWentForward = LocalDateTime.parse("2027-03-28T09:00");

    OccurrenceRequest run = SCHEDULE.terms(terms).run(afterTheClocksWentForward, LISBON);

    Instant start = Instant.parse("2027-03-28T08:00:00Z");
    assertThat(run.terms().opensAt()).isEqualTo(start.minus(Duration.ofHours(24)));
    assertThat(run.terms().allotments())
        .containsExactly(
            new Allotment("seats", "agency", 5, Instant.parse("2027-03-26T20:00:00Z")));
    assertThat(run.terms().cutoff()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void a_schedule_tells_no_moment() {
    SaleTerms opens = SaleTerms.OPEN.opensAt(Instant.EPOCH);
    assertThatThrownBy(() -> ScheduleTerms.of(opens))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("opensBefore");
    SaleTerms kept = SaleTerms.OPEN.allotment(new Allotment("seats", "a", 1, Instant.EPOCH));
    assertThatThrownBy(() -> ScheduleTerms.of(kept)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void an_overbooking_rule_names_a_pool_of_the_schedule() {
    assertThatThrownBy(() -> SCHEDULE.overbooking(Overbooking.units("cabins", 1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("cabins");
  }

  @Test
  void a_recurrence_has_times_in_whole_seconds_and_no_date_both_extra_and_an_exception() {
    assertThatThrownBy(() -> Recurrence.of("FREQ=DAILY", FIRST))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> Recurrence.of("FREQ=DAILY", FIRST, LocalTime.of(9, 0, 0, 1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("whole seconds");
    Recurrence daily = Recurrence.of("FREQ=DAILY", FIRST, LocalTime.NOON);
    assertThatThrownBy(() -> daily.except(FIRST).extra(FIRST))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> daily.last(FIRST.minusDays(1)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-14T01:59, America/New_York, NONE",
    "2027-03-14T02:00, America/New_York, GAP",
    "2027-03-14T02:59:59, America/New_York, GAP",
    "2027-03-14T03:00, America/New_York, NONE",
    "2027-11-07T00:59, America/New_York, NONE",
    "2027-11-07T01:00, America/New_York, OVERLAP",
    "2027-11-07T01:59:59, America/New_York, OVERLAP",
    "2027-11-07T02:00, America/New_York, NONE",
    "2027-03-28T01:30, Europe/Lisbon, GAP",
    "2027-10-31T01:30, Europe/Lisbon, OVERLAP",
    "2027-03-14T02:30, America/Regina, NONE",
    "2027-11-07T01:30, America/Regina, NONE"
  })
  void a_local_time_tells_what_a_clock_change_does_to_it(
      LocalDateTime time, ZoneId zone, ClockChange expected) {
    assertThat(ClockChange.of(time, zone)).isEqualTo(expected);
  }
}
