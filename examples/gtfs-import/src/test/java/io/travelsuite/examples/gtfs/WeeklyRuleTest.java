package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.schedule.Recurrence;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WeeklyRuleTest {

  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalDate MONDAY = LocalDate.of(2022, 3, 7);

  @Test
  void weekdays_on_which_it_mostly_runs_are_the_rule_and_the_rest_is_told_by_date() {
    List<LocalDate> dates =
        List.of(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7), MONDAY.plusDays(21));

    assertThat(WeeklyRule.of(dates, NINE))
        .isEqualTo(
            Recurrence.of("FREQ=WEEKLY;BYDAY=MO", MONDAY, NINE)
                .last(MONDAY.plusDays(21))
                .except(MONDAY.plusDays(14))
                .extra(MONDAY.plusDays(3)));
  }

  @Test
  void a_single_date_is_a_rule_of_its_weekday() {
    assertThat(WeeklyRule.of(List.of(MONDAY), NINE))
        .isEqualTo(Recurrence.of("FREQ=WEEKLY;BYDAY=MO", MONDAY, NINE).last(MONDAY));
  }

  @Test
  void every_series_of_the_real_timetable_is_told_exactly() {
    LocalDate first = LocalDate.of(2021, 12, 1);
    List<Series> all = Timetable.of(FeedReader.builtIn()).series(first, LocalDate.of(2023, 6, 30));

    assertThat(all).isNotEmpty();
    for (Series series : all) {
      List<LocalDate> dates =
          series.regular().stream().map(run -> run.localStart().toLocalDate()).toList();
      assertThat(expanded(WeeklyRule.of(dates, NINE))).containsExactlyElementsOf(dates);
    }
  }

  private static Set<LocalDate> expanded(Recurrence told) {
    Set<LocalDate> dates =
        told.first()
            .datesUntil(told.last().plusDays(1))
            .filter(
                date ->
                    told.rule()
                        .substring(told.rule().lastIndexOf(61))
                        .contains(date.getDayOfWeek().name().substring(0, 2)))
            .filter(date -> !told.exceptions().contains(date))
            .collect(Collectors.toCollection(TreeSet::new));
    dates.addAll(told.extraDates());
    return dates;
  }
}
