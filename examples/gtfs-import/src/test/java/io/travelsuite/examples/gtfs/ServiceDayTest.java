package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ServiceDayTest {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final LocalDate SPRING = LocalDate.of(2022, 3, 13);
  private static final LocalDate AUTUMN = LocalDate.of(2022, 11, 6);

  @Test
  void a_day_begins_at_midnight() {
    assertThat(day(LocalDate.of(2022, 7, 1)).at(Duration.ZERO))
        .isEqualTo(Instant.parse("2022-07-01T04:00:00Z"));
  }

  @Test
  void a_time_may_lie_on_a_later_day() {
    assertThat(day(LocalDate.of(2022, 7, 1)).at(Duration.ofHours(107)))
        .isEqualTo(Instant.parse("2022-07-05T15:00:00Z"));
  }

  @Test
  void after_a_change_times_are_those_of_the_clock() {
    assertThat(day(SPRING).at(Duration.ofHours(8))).isEqualTo(clock(SPRING, 8));
    assertThat(day(AUTUMN).at(Duration.ofHours(8))).isEqualTo(clock(AUTUMN, 8));
  }

  @Test
  void before_a_change_times_are_an_hour_off_the_clock() {
    assertThat(day(SPRING).at(Duration.ofHours(1))).isEqualTo(clock(SPRING, 0));
    assertThat(day(AUTUMN).at(Duration.ZERO)).isEqualTo(clock(AUTUMN, 1));
    assertThat(day(SPRING).at(Duration.ZERO)).isEqualTo(clock(SPRING.minusDays(1), 23));
  }

  @Test
  void control_counting_from_midnight_gives_another_instant_on_the_days_of_a_change_only() {
    Duration eight = Duration.ofHours(8);

    assertThat(clock(SPRING, 0).plus(eight)).isEqualTo(clock(SPRING, 9));
    assertThat(clock(AUTUMN, 0).plus(eight)).isEqualTo(clock(AUTUMN, 7));
    assertThat(clock(SPRING.plusDays(1), 0).plus(eight))
        .isEqualTo(day(SPRING.plusDays(1)).at(eight));
  }

  private static ServiceDay day(LocalDate date) {
    return new ServiceDay(date, TORONTO);
  }

  private static Instant clock(LocalDate date, int hour) {
    return date.atTime(hour, 0).atZone(TORONTO).toInstant();
  }
}
