package io.travelsuite.notify.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.notify.reminder.ReminderRule.Case;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReminderRuleTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId ADELAIDE = ZoneId.of("Australia/Adelaide");
  private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
  private static final Lead DAY = new Lead.Before(Duration.ofHours(24));
  private static final Lead EVENING = new Lead.DaysBefore(1, LocalTime.of(18, 0));

  private static String due(Lead lead, String localDeparture, ZoneId zone) {
    Instant departure = LocalDateTime.parse(localDeparture).atZone(zone).toInstant();
    return lead.due(departure, zone).atZone(zone).toLocalDateTime().toString();
  }

  @Test
  void a_day_before_in_hours_is_another_hour_when_the_clocks_are_changed_between() {
    assertThat(due(DAY, "2027-03-14T09:00", NEW_YORK)).isEqualTo("2027-03-13T08:00"); // spring
    assertThat(due(DAY, "2027-11-07T09:00", NEW_YORK)).isEqualTo("2027-11-06T10:00"); // autumn
    assertThat(due(DAY, "2027-10-03T09:00", ADELAIDE)).isEqualTo("2027-10-02T08:00");
    assertThat(due(DAY, "2027-04-04T09:00", ADELAIDE)).isEqualTo("2027-04-03T10:00");
    assertThat(due(DAY, "2027-10-03T09:00", LORD_HOWE)).isEqualTo("2027-10-02T08:30");
    assertThat(due(DAY, "2027-04-04T09:00", LORD_HOWE)).isEqualTo("2027-04-03T09:30");
  }

  @Test
  void the_evening_before_is_the_same_hour_whatever_the_clocks_do() {
    for (String day : new String[] {"2027-03-14", "2027-11-07"}) {
      LocalDateTime departure = LocalDateTime.parse(day + "T09:00");
      assertThat(due(EVENING, departure.toString(), NEW_YORK))
          .isEqualTo(departure.minusDays(1).withHour(18).toString());
    }
    assertThat(due(EVENING, "2027-10-03T09:00", LORD_HOWE)).isEqualTo("2027-10-02T18:00");
    assertThat(due(EVENING, "2027-06-01T00:30", ADELAIDE)).isEqualTo("2027-05-31T18:00");
  }

  @Test
  void an_hour_that_the_clocks_leave_out_is_later_and_of_one_they_repeat_it_is_the_first() {
    Lead early = new Lead.DaysBefore(0, LocalTime.of(2, 30));
    assertThat(due(early, "2027-03-14T09:00", NEW_YORK)).isEqualTo("2027-03-14T03:30");
    Lead twice = new Lead.DaysBefore(0, LocalTime.of(1, 30));
    Instant departure = Instant.parse("2027-11-07T14:00:00Z");
    assertThat(twice.due(departure, NEW_YORK)).isEqualTo(Instant.parse("2027-11-07T05:30:00Z"));
  }

  @Test
  void nothing_is_due_longer_before_than_the_longest() {
    for (ZoneId zone : new ZoneId[] {NEW_YORK, ADELAIDE, LORD_HOWE, ZoneId.of("Pacific/Apia")}) {
      Instant departure = Instant.parse("2011-12-01T00:00:00Z");
      for (int i = 0; i < 24 * 400; i++) {
        departure = departure.plus(Duration.ofMinutes(59));
        for (Lead lead : new Lead[] {DAY, EVENING, new Lead.DaysBefore(0, LocalTime.MIDNIGHT)}) {
          assertThat(Duration.between(lead.due(departure, zone), departure))
              .isLessThanOrEqualTo(lead.longest().plus(skipped(zone)));
        }
      }
    }
  }

  /**
   * Samoa left out a whole day in 2011: nobody departs on it, and who does after is told earlier.
   */
  private static Duration skipped(ZoneId zone) {
    return zone.getId().equals("Pacific/Apia") ? Duration.ofDays(1) : Duration.ZERO;
  }

  private static final ReminderRule RULE =
      ReminderRule.beforeDeparture("day", Duration.ofHours(24));
  private static final Instant NINE = Instant.parse("2027-06-02T09:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2027-01-01T00:00:00Z");

  private static boolean reminds(ReminderRule rule, Instant booked, Instant told, String now) {
    return rule.remindsNow(new Case(NINE, NEW_YORK, booked, told), Instant.parse(now));
  }

  @Test
  void it_reminds_from_when_it_is_due_until_the_moment_itself() {
    assertThat(reminds(RULE, LONG_AGO, null, "2027-06-01T08:59:59Z")).isFalse();
    assertThat(reminds(RULE, LONG_AGO, null, "2027-06-01T09:00:00Z")).isTrue();
    assertThat(reminds(RULE, LONG_AGO, null, "2027-06-02T08:59:59Z")).isTrue();
    assertThat(reminds(RULE, LONG_AGO, null, "2027-06-02T09:00:00Z")).isFalse();
  }

  @Test
  void who_books_when_it_is_due_already_gets_none_or_gets_it_at_once() {
    Instant late = Instant.parse("2027-06-01T23:00:00Z");
    assertThat(reminds(RULE, late, null, "2027-06-01T23:01:00Z")).isFalse();
    assertThat(reminds(RULE.lateAtOnce(), late, null, "2027-06-01T23:01:00Z")).isTrue();
    assertThat(reminds(RULE.lateAtOnce(), late, NINE, "2027-06-01T23:01:00Z")).isFalse();
  }

  @Test
  void who_was_told_is_told_again_only_when_it_has_moved_far_enough() {
    String now = "2027-06-02T00:00:00Z";
    assertThat(reminds(RULE, LONG_AGO, NINE, now)).isFalse();
    assertThat(reminds(RULE, LONG_AGO, NINE.plus(Duration.ofHours(2)), now)).isFalse();
    assertThat(reminds(RULE, LONG_AGO, NINE.plus(Duration.ofMinutes(121)), now)).isTrue();
    assertThat(reminds(RULE, LONG_AGO, NINE.minus(Duration.ofMinutes(121)), now)).isTrue();
  }

  @Test
  void what_is_out_of_range_is_refused() {
    assertThatThrownBy(() -> ReminderRule.beforeDeparture("A b", Duration.ofHours(1)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> ReminderRule.beforeDeparture("a", Duration.ZERO))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> ReminderSettings.of(RULE, RULE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("names of their own");
  }
}
