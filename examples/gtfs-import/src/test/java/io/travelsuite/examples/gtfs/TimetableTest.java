package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimetableTest {

  private static final LocalDate TUESDAY = LocalDate.of(2022, 3, 1);

  @TempDir private Path temporary;

  @Test
  void a_departure_has_all_that_a_sale_needs() {
    Departure train = timetable(new FeedFixture()).departures(TUESDAY, TUESDAY).toList().get(0);

    assertThat(train.tripId()).isEqualTo("T");
    assertThat(train.routeId()).isEqualTo("R");
    assertThat(train.serviceDate()).isEqualTo(TUESDAY);
    assertThat(train.start()).isEqualTo(Instant.parse("2022-03-01T13:05:00Z"));
    assertThat(train.zone()).isEqualTo(ZoneId.of("America/Regina"));
    assertThat(train.localStart()).isEqualTo(TUESDAY.atTime(7, 5));
    assertThat(train.end()).isEqualTo(Instant.parse("2022-03-02T14:15:00Z"));
    assertThat(train.calls())
        .extracting(Call::code, Call::boarding, Call::alighting, Call::onRequest)
        .containsExactly(
            tuple("REG", true, false, false),
            tuple("2", true, true, true),
            tuple("WPG", true, true, false),
            tuple("TOR", false, true, false));
    assertThat(train.calls())
        .extracting(Call::arrival)
        .containsExactly(
            Duration.ofMinutes(-5),
            Duration.ofSeconds(27 * 60 + 30),
            Duration.ofSeconds(55 * 60 + 1),
            Duration.ofMinutes(25 * 60 + 10));
    assertThat(train.calls().get(2).departure()).isEqualTo(Duration.ofMinutes(85));
  }

  @Test
  void departures_come_by_day_then_by_trip_then_by_start() {
    List<Departure> departures =
        timetable(new FeedFixture()).departures(TUESDAY, TUESDAY.plusDays(2)).toList();

    assertThat(departures)
        .extracting(departure -> departure.tripId() + " " + departure.localStart())
        .startsWith(
            "T 2022-03-01T07:05",
            "U 2022-03-01T07:00",
            "U 2022-03-01T07:30",
            "U 2022-03-01T08:00",
            "U 2022-03-01T08:30",
            "U 2022-03-01T09:00",
            "T 2022-03-03T07:05")
        .hasSize(12);
  }

  @Test
  void departures_are_made_as_they_are_asked_for() {
    assertThat(
            timetable(new FeedFixture())
                .departures(LocalDate.of(2022, 1, 1), LocalDate.MAX.minusDays(1))
                .findFirst())
        .map(Departure::serviceDate)
        .hasValue(TUESDAY);
  }

  @Test
  void days_in_the_wrong_order_are_refused() {
    Timetable timetable = timetable(new FeedFixture());

    assertThatThrownBy(() -> timetable.departures(TUESDAY, TUESDAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("last must not be before 2022-03-01, was: 2022-02-28");
    assertThatThrownBy(() -> timetable.series(TUESDAY, TUESDAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> timetable.pattern("X")).hasMessage("no trip X");
  }

  @Test
  void trips_with_the_same_calls_share_a_pattern_whenever_they_start() {
    FeedFixture twice =
        new FeedFixture()
            .replacing("trips.txt", "S,week,U,\n", "S,week,U,\nS,week,V,\nS,week,W,\n")
            .replacing(
                "stop_times.txt",
                "U,09:00:00,09:00:00,4,2,,,\n",
                """
                U,09:00:00,09:00:00,4,2,,,
                V,10:10:00,10:10:00,3,1,,,
                V,11:10:00,11:10:00,4,2,,,
                W,10:10:00,10:10:00,3,1,,,
                W,11:10:00,11:10:00,4,2,3,3,
                """);

    Timetable timetable = timetable(twice);

    assertThat(timetable.patterns().values())
        .containsExactly(List.of("T"), List.of("U", "V"), List.of("W"));
    assertThat(timetable.pattern("U")).isSameAs(timetable.pattern("V"));
  }

  @Test
  void a_series_holds_what_leaves_at_the_same_time_of_day() {
    List<Series> series = timetable(new FeedFixture()).series(TUESDAY, LocalDate.of(2022, 3, 12));

    assertThat(series)
        .extracting(s -> s.tripId() + " " + s.localStart())
        .containsExactly("T 07:05", "U 07:00", "U 07:30", "U 08:00", "U 08:30", "U 09:00");
    assertThat(series).allMatch(s -> s.regular().size() == 9 && s.shifted().isEmpty());
  }

  @Test
  void what_leaves_a_zone_without_summer_time_is_shifted_while_the_agency_has_it() {
    Series train = timetable(new FeedFixture()).series(TUESDAY, LocalDate.of(2022, 3, 31)).get(0);

    assertThat(train.localStart()).isEqualTo(LocalTime.of(6, 5));
    assertThat(train.regular())
        .hasSize(14)
        .allMatch(departure -> departure.localStart().toLocalTime().equals(LocalTime.of(6, 5)))
        .first()
        .returns(LocalDate.of(2022, 3, 14), Departure::serviceDate);
    assertThat(train.shifted())
        .hasSize(9)
        .allMatch(departure -> departure.localStart().toLocalTime().equals(LocalTime.of(7, 5)));
  }

  @Test
  void what_leaves_before_the_change_on_its_day_is_shifted_and_what_leaves_after_is_not() {
    FeedFixture early =
        new FeedFixture()
            .replacing("calendar.txt", "week,1,1,1,1,1,0,0", "week,1,1,1,1,1,1,1")
            .with(
                "frequencies.txt",
                """
                trip_id,start_time,end_time,headway_secs
                U,01:30:00,03:30:00,7200
                U,04:30:00,06:30:00,7200
                """);

    List<Series> bus =
        timetable(early).series(LocalDate.of(2022, 3, 10), LocalDate.of(2022, 3, 16)).stream()
            .filter(series -> series.tripId().equals("U"))
            .toList();

    assertThat(bus.get(0).localStart()).isEqualTo(LocalTime.of(0, 30));
    assertThat(bus.get(0).shifted())
        .extracting(Departure::localStart)
        .containsExactly(LocalDate.of(2022, 3, 12).atTime(23, 30));
    assertThat(bus.get(1).shifted()).isEmpty();
    assertThat(bus.get(1).regular()).hasSize(7);
  }

  @Test
  void in_the_hour_that_comes_twice_the_second_time_is_shifted() {
    Pattern pattern =
        timetable(new FeedFixture().replacing("stops.txt", "America/Winnipeg", "America/Toronto"))
            .pattern("U");
    LocalDate autumn = LocalDate.of(2022, 11, 6);
    Departure first = departure(autumn, "2022-11-06T05:30:00Z", pattern);
    Departure second = departure(autumn, "2022-11-06T06:30:00Z", pattern);

    assertThat(second.localStart()).isEqualTo(first.localStart());
    assertThat(Series.of(List.of(first)).regular()).containsExactly(first);
    assertThat(Series.of(List.of(second)).shifted()).containsExactly(second);
  }

  private static Departure departure(LocalDate date, String start, Pattern pattern) {
    return new Departure("U", "S", date, Instant.parse(start), pattern);
  }

  private Timetable timetable(FeedFixture feed) {
    return Timetable.of(FeedReader.read(feed.folder(temporary)));
  }
}
