package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.gtfs.Feed.Access;
import io.travelsuite.examples.gtfs.Feed.StopTime;
import io.travelsuite.examples.gtfs.InterpolatedTimes.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterpolatedTimesTest {

  @Test
  void blanks_are_spread_evenly_between_a_departure_and_the_next_arrival() {
    assertThat(times("0-60", "", "", "360-400"))
        .containsExactly("0-60", "160-160", "260-260", "360-400");
  }

  @Test
  void what_does_not_divide_is_rounded_down_to_whole_seconds() {
    assertThat(times("0-0", "", "", "100-100")).containsExactly("0-0", "33-33", "66-66", "100-100");
  }

  @Test
  void every_gap_counts_for_itself() {
    assertThat(times("10-10", "", "20-30", "40-40", "", "", "", "40-40"))
        .containsExactly("10-10", "15-15", "20-30", "40-40", "40-40", "40-40", "40-40", "40-40");
  }

  @Test
  void times_that_are_given_stay() {
    assertThat(times("5-7", "8-9")).containsExactly("5-7", "8-9");
  }

  @Test
  void a_request_stop_of_a_real_train_lies_between_its_neighbours() {
    List<Call> calls = Timetable.of(FeedReader.builtIn()).pattern("278").calls();

    // 30:30:00, blank, 31:16:00 after a start at 20:30:00
    assertThat(calls.subList(10, 13))
        .extracting(Call::departure)
        .containsExactly(Duration.ofHours(10), Duration.ofMinutes(623), Duration.ofMinutes(646));
    assertThat(calls.get(11).onRequest()).isTrue();
  }

  private static List<String> times(String... arrivalsAndDepartures) {
    List<StopTime> stopTimes = new ArrayList<>();
    for (String text : arrivalsAndDepartures) {
      String[] parts = text.split("-", -1);
      boolean blank = parts.length == 1;
      stopTimes.add(
          new StopTime(
              "1",
              stopTimes.size(),
              blank ? null : Duration.ofSeconds(Long.parseLong(parts[0])),
              blank ? null : Duration.ofSeconds(Long.parseLong(parts[1])),
              Access.REGULAR,
              Access.REGULAR));
    }
    return InterpolatedTimes.of(stopTimes).stream().map(InterpolatedTimesTest::text).toList();
  }

  private static String text(Times times) {
    return times.arrival().toSeconds() + "-" + times.departure().toSeconds();
  }
}
