package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.gtfs.RawFeed.Counts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The feed that comes with the example. */
class ViaRailTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2022, 1, 1);
  private static final LocalDate END_OF_YEAR = LocalDate.of(2022, 12, 31);

  private static final Feed FEED = FeedReader.builtIn();
  private static final Timetable TIMETABLE = Timetable.of(FEED);

  @Test
  void the_feed_holds_one_agency_whole() throws IOException {
    RawFeed raw = RawFeed.ofResource("viarail.zip");

    assertThat(raw.values("agency.txt", "agency_name")).containsExactly("VIA Rail");
    assertThat(FEED.agencies().get("1").name()).isEqualTo("VIA Rail");
    assertThat(FEED.stops().keySet()).hasSize(388).containsAll(raw.values("stops.txt", "stop_id"));
    assertThat(FEED.routes()).hasSize(21);
    assertThat(FEED.routes().values()).filteredOn(route -> route.type() == 2).hasSize(20);
    assertThat(FEED.trips().keySet()).containsExactlyElementsOf(raw.values("trips.txt", "trip_id"));
    assertThat(FEED.trips()).hasSize(96);
    assertThat(FEED.trips().values().stream().mapToInt(trip -> trip.stopTimes().size()).sum())
        .isEqualTo(raw.values("stop_times.txt", "trip_id").size())
        .isEqualTo(1_599);
    assertThat(FEED.services()).hasSize(96);
  }

  @Test
  void a_year_has_as_many_departures_legs_and_pairs_of_stops_as_its_bare_lines_give()
      throws IOException {
    RawFeed raw = RawFeed.ofResource("viarail.zip");

    assertThat(raw.counts(2022, false)).isEqualTo(new Counts(23_825, 249_269, 2_691_064));
    assertThat(raw.counts(2022, true)).isEqualTo(counts(year()));
    assertThat(counts(year())).isEqualTo(new Counts(35_140, 271_899, 2_725_009));
    assertThat(counts(year().filter(departure -> !departure.tripId().equals("554"))))
        .isEqualTo(new Counts(23_460, 248_539, 2_689_969));
  }

  @Test
  void every_year_of_the_feed_agrees_with_its_bare_lines() throws IOException {
    RawFeed raw = RawFeed.ofResource("viarail.zip");

    for (int year = 2019; year <= 2027; year++) {
      Stream<Departure> departures =
          TIMETABLE.departures(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      assertThat(counts(departures)).as("%d", year).isEqualTo(raw.counts(year, true));
    }
  }

  @Test
  void control_a_line_less_is_seen_in_the_counts() throws IOException {
    RawFeed raw = RawFeed.ofResource("viarail.zip");

    assertThat(raw.without("stop_times.txt", 2).counts(2022, true)).isNotEqualTo(counts(year()));
    assertThat(raw.without("calendar_dates.txt", 2).counts(2021, true))
        .isNotEqualTo(raw.counts(2021, true));
  }

  private static Stream<Departure> year() {
    return TIMETABLE.departures(NEW_YEAR, END_OF_YEAR);
  }

  private static Counts counts(Stream<Departure> departures) {
    return departures
        .map(departure -> Counts.of(1, departure.calls().size()))
        .reduce(new Counts(0, 0, 0), Counts::plus);
  }

  @Test
  void the_airport_bus_leaves_every_half_hour_and_comes_back_to_its_first_stop() {
    List<Departure> day =
        TIMETABLE
            .departures(NEW_YEAR, NEW_YEAR)
            .filter(departure -> departure.tripId().equals("554"))
            .toList();

    assertThat(day).hasSize(32);
    assertThat(day).extracting(Departure::start).doesNotHaveDuplicates();
    assertThat(day.get(0).localStart()).isEqualTo(NEW_YEAR.atTime(7, 0));
    assertThat(day.get(31).localStart()).isEqualTo(NEW_YEAR.atTime(22, 30));
    assertThat(day.get(0).calls()).extracting(Call::code).containsExactly("DORV", "XYUL", "DORV");
    assertThat(day.get(31).calls())
        .extracting(Call::departure)
        .containsExactly(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(25));
  }

  @Test
  void the_longest_runs_have_70_legs() {
    assertThat(TIMETABLE.patterns().keySet()).extracting(Pattern::legs).contains(70);
    assertThat(TIMETABLE.patterns().keySet()).allMatch(pattern -> pattern.legs() <= 70);
    assertThat(TIMETABLE.pattern("525").legs()).isEqualTo(70);
    assertThat(TIMETABLE.pattern("111").calls())
        .extracting(call -> call.zone().getId())
        .contains(
            "America/Vancouver",
            "America/Edmonton",
            "America/Regina",
            "America/Winnipeg",
            "America/Toronto");
  }

  @Test
  void stops_on_request_and_one_way_stops_are_told_apart() {
    List<Call> calls =
        FEED.trips().keySet().stream()
            .flatMap(trip -> TIMETABLE.pattern(trip).calls().stream())
            .toList();

    assertThat(calls).filteredOn(Call::onRequest).hasSize(227).allMatch(Call::boarding);
    assertThat(calls).filteredOn(call -> !call.boarding()).hasSize(45);
    assertThat(calls).filteredOn(call -> !call.alighting()).hasSize(46);
  }

  @Test
  void every_call_is_in_order_and_every_stop_has_its_own_code() {
    for (Pattern pattern : TIMETABLE.patterns().keySet()) {
      Duration latest = Duration.ZERO;
      for (Call call : pattern.calls()) {
        assertThat(call.arrival()).isGreaterThanOrEqualTo(latest);
        assertThat(call.departure()).isGreaterThanOrEqualTo(call.arrival());
        latest = call.departure();
      }
    }
    assertThat(StopCodes.of(FEED.stops().values()).values())
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(FEED.stops().values().stream().map(Feed.Stop::code).toList());
  }

  @Test
  void eighteen_departures_are_on_their_way_when_the_clocks_change() {
    List<Departure> crossing =
        TIMETABLE
            .departures(LocalDate.of(2021, 3, 1), LocalDate.of(2025, 11, 30))
            .filter(ViaRailTest::seesTheClocksChange)
            .toList();

    assertThat(crossing).hasSize(18);
    assertThat(crossing).filteredOn(departure -> departure.tripId().equals("112")).hasSize(10);
    assertThat(crossing).filteredOn(departure -> departure.tripId().equals("526")).hasSize(8);
    assertThat(crossing.get(0).serviceDate()).isEqualTo(LocalDate.of(2021, 3, 12));
    assertThat(crossing.get(17).serviceDate()).isEqualTo(LocalDate.of(2025, 10, 31));
  }

  private static boolean seesTheClocksChange(Departure departure) {
    return departure.calls().stream()
        .map(Call::zone)
        .distinct()
        .map(zone -> zone.getRules().nextTransition(departure.start()))
        .anyMatch(change -> change != null && change.getInstant().isBefore(departure.end()));
  }

  @Test
  void a_train_that_is_on_its_way_in_spring_arrives_an_hour_later_by_the_clock() {
    Departure train = train("112", LocalDate.of(2021, 3, 12));

    assertThat(train.start()).isEqualTo(Instant.parse("2021-03-12T23:00:00Z"));
    assertThat(train.end()).isEqualTo(Instant.parse("2021-03-16T19:29:00Z"));
    assertThat(train.localStart()).isEqualTo(LocalDateTime.parse("2021-03-12T15:00"));
    assertThat(local(train, "JASP")).isEqualTo("2021-03-13T12:30-07:00[America/Edmonton]");
    assertThat(local(train, "UNIT")).isEqualTo("2021-03-14T02:47-06:00[America/Regina]");
    assertThat(local(train, "RVRS")).isEqualTo("2021-03-14T18:22-05:00[America/Winnipeg]");
    assertThat(local(train, "COLL")).isEqualTo("2021-03-15T11:26-04:00[America/Toronto]");
    assertThat(local(train, "TRTO")).isEqualTo("2021-03-16T15:29-04:00[America/Toronto]");
  }

  @Test
  void a_train_that_is_on_its_way_in_autumn_arrives_an_hour_earlier_by_the_clock() {
    Departure train = train("112", LocalDate.of(2021, 11, 5));

    assertThat(train.start()).isEqualTo(Instant.parse("2021-11-05T22:00:00Z"));
    assertThat(train.end()).isEqualTo(Instant.parse("2021-11-09T18:29:00Z"));
    assertThat(local(train, "JASP")).isEqualTo("2021-11-06T12:30-06:00[America/Edmonton]");
    assertThat(local(train, "UNIT")).isEqualTo("2021-11-07T01:47-06:00[America/Regina]");
    assertThat(local(train, "RVRS")).isEqualTo("2021-11-07T16:22-06:00[America/Winnipeg]");
    assertThat(local(train, "TRTO")).isEqualTo("2021-11-09T13:29-05:00[America/Toronto]");
  }

  @Test
  void a_train_between_the_changes_keeps_to_the_clock() {
    Departure train = train("112", LocalDate.of(2022, 7, 1));

    assertThat(local(train, "UNIT")).isEqualTo("2022-07-03T01:47-06:00[America/Regina]");
    assertThat(local(train, "RVRS")).isEqualTo("2022-07-03T17:22-05:00[America/Winnipeg]");
    assertThat(local(train, "TRTO")).isEqualTo("2022-07-05T14:29-04:00[America/Toronto]");
    assertThat(train.pattern()).isSameAs(train("112", LocalDate.of(2021, 3, 12)).pattern());
  }

  private static Departure train(String trip, LocalDate date) {
    return TIMETABLE
        .departures(date, date)
        .filter(departure -> departure.tripId().equals(trip))
        .findFirst()
        .orElseThrow();
  }

  private static String local(Departure train, String code) {
    Call call = train.calls().stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
    return train.start().plus(call.departure()).atZone(call.zone()).toString();
  }

  @Test
  void no_train_leaves_at_another_time_of_day_because_the_clocks_changed() {
    List<Series> all = TIMETABLE.series(LocalDate.of(2019, 1, 1), LocalDate.of(2027, 12, 31));

    assertThat(all).hasSize(95 + 32);
    assertThat(all).allMatch(series -> series.shifted().isEmpty());
    assertThat(all)
        .filteredOn(series -> series.tripId().equals("112"))
        .extracting(Series::localStart)
        .containsExactly(LocalTime.of(15, 0));
  }
}
