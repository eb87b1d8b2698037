package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.schedule.Recurrence;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceDatesTest {

  private static final LocalDate FIRST = LocalDate.parse("2027-03-01"); // a Monday

  private static Recurrence rule(String rule) {
    return Recurrence.of(rule, FIRST, LocalTime.of(9, 0));
  }

  private static List<String> dates(Recurrence recurrence, String from, String to) {
    return RecurrenceDates.between(recurrence, LocalDate.parse(from), LocalDate.parse(to)).stream()
        .map(LocalDate::toString)
        .toList();
  }

  @Test
  void a_rule_tells_dates_from_its_first_on() {
    assertThat(dates(rule("FREQ=WEEKLY;BYDAY=TU,FR"), "2027-01-01", "2027-03-12"))
        .containsExactly("2027-03-02", "2027-03-05", "2027-03-09", "2027-03-12");
    assertThat(dates(rule("FREQ=MONTHLY;BYDAY=-1FR"), "2027-03-01", "2027-05-31"))
        .containsExactly("2027-03-26", "2027-04-30", "2027-05-28");
    assertThat(dates(rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), "2027-03-01", "2033-01-01"))
        .containsExactly("2028-02-29", "2032-02-29");
  }

  @Test
  void the_first_date_runs_only_where_the_rule_matches_it() {
    assertThat(dates(rule("FREQ=WEEKLY;BYDAY=MO"), "2027-03-01", "2027-03-01")).hasSize(1);
    assertThat(dates(rule("FREQ=WEEKLY;BYDAY=TU"), "2027-03-01", "2027-03-01")).isEmpty();
  }

  @Test
  void a_count_is_counted_from_the_first_date_wherever_one_looks() {
    assertThat(dates(rule("FREQ=DAILY;COUNT=10"), "2027-03-09", "2027-12-31"))
        .containsExactly("2027-03-09", "2027-03-10");
    assertThat(dates(rule("FREQ=DAILY;INTERVAL=3"), "2027-03-05", "2027-03-10"))
        .containsExactly("2027-03-07", "2027-03-10");
  }

  @Test
  void an_until_and_a_last_date_are_included_and_the_earlier_ends_it() {
    assertThat(dates(rule("FREQ=DAILY;UNTIL=20270303"), "2027-03-01", "2027-12-31")).hasSize(3);
    assertThat(dates(rule("FREQ=DAILY").last(FIRST.plusDays(1)), "2027-03-01", "2027-12-31"))
        .hasSize(2);
  }

  @Test
  void exceptions_do_not_run_and_extra_dates_do_even_outside_the_rule() {
    Recurrence recurrence =
        rule("FREQ=WEEKLY;BYDAY=MO")
            .last(LocalDate.parse("2027-03-22"))
            .except(LocalDate.parse("2027-03-08"))
            .extra(LocalDate.parse("2027-02-27"), LocalDate.parse("2027-04-04"));

    assertThat(dates(recurrence, "2027-01-01", "2027-12-31"))
        .containsExactly("2027-02-27", "2027-03-01", "2027-03-15", "2027-03-22", "2027-04-04");
  }

  @Test
  void without_a_rule_it_runs_on_the_extra_dates() {
    Recurrence extra = rule("").extra(LocalDate.parse("2027-05-01"));

    assertThat(dates(extra, "2027-01-01", "2027-12-31")).containsExactly("2027-05-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SOMETIMES",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=3",
        "FREQ=DAILY;UNTIL=20270412T000000Z",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "BYDAY=MO"
      })
  void a_rule_that_tells_no_dates_is_bad_input_and_is_quoted(String text) {
    assertThatThrownBy(() -> RecurrenceDates.check(rule(text)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("rule", text);
  }

  @Test
  void windows_have_all_dates_once_and_some_hundred_slots_each() {
    Recurrence recurrence = rule("FREQ=DAILY").times(LocalTime.of(9, 0), LocalTime.of(18, 0));
    LocalDate to = FIRST.plusDays(364);
    NavigableSet<LocalDate> dates = RecurrenceDates.between(recurrence, FIRST, to);

    List<Windows.Window> windows = Windows.of(dates, recurrence.times(), FIRST, to);

    assertThat(windows).hasSize(8).allMatch(window -> window.slots().size() <= 100);
    assertThat(windows.stream().mapToInt(window -> window.slots().size()).sum()).isEqualTo(730);
    assertThat(windows.get(0).first()).isEqualTo(FIRST);
    assertThat(windows.get(7).last()).isEqualTo(to);
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).first()).isEqualTo(windows.get(i - 1).last().plusDays(1));
    }
    assertThat(Windows.of(dates.headSet(FIRST, false), recurrence.times(), FIRST, to)).hasSize(1);
  }
}
