package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import puts on sale. */
class ImporterTest {

  private static RailwayFixture week;

  @TempDir private Path folder;

  @BeforeAll
  static void put() {
    week = RailwayFixture.of(RailwayFixture.FIRST, RailwayFixture.LAST);
  }

  @AfterAll
  static void close() {
    week.close();
  }

  @Test
  void the_database_has_as_many_departures_and_legs_as_the_bare_lines_of_the_feed_give()
      throws IOException {
    RawFeed raw = RawFeed.ofResource("viarail.zip");
    RawFeed.Counts dated = raw.counts(RailwayFixture.FIRST, RailwayFixture.LAST, false);
    RawFeed.Counts all = raw.counts(RailwayFixture.FIRST, RailwayFixture.LAST, true);

    assertThat(stored(week))
        .isEqualTo(new Counts(dated.departures(), dated.legs(), all.departures(), all.legs()))
        .isEqualTo(Counts.of(week.plan().departures()))
        .isEqualTo(new Counts(457, 4_782, 674, 5_216));
    assertThat(week.imported().changes().opened()).isEqualTo(all.departures());
  }

  private static Counts stored(RailwayFixture railway) {
    Plan plan = railway.plan();
    return railway.rows().counts(railway.imported().operator(), plan.start(), plan.end());
  }

  @Test
  void every_departure_is_found_at_its_instant() {
    Catalogue catalogue = week.catalogue();

    assertThat(catalogue.problems()).isEmpty();
    assertThat(catalogue.runs()).hasSize(674);
    assertThat(catalogue.runs()).extracting(Run::id).doesNotHaveDuplicates();
  }

  @Test
  void control_a_departure_that_is_moved_or_taken_off_sale_is_missed() throws SQLException {
    try (RailwayFixture small = small(new FeedFixture())) {
      Run train = small.run("T", LocalDate.of(2022, 3, 10));
      small.travel().inventory().cancel(train.id());
      small.execute(
          "UPDATE travel_occurrence SET starts_at = starts_at + INTERVAL 1 SECOND"
              + " WHERE local_start = '2022-03-11 08:30:00'");

      assertThat(small.catalogue().problems())
          .containsExactly(
              "trip T of 2022-03-10T13:05:00Z is not on sale",
              "trip U of 2022-03-11T14:30:00Z is not on sale");
      assertThat(stored(small)).isNotEqualTo(Counts.of(small.plan().departures()));
    }
  }

  @Test
  void a_second_import_changes_nothing() throws SQLException {
    List<Long> before = week.history();

    Imported again = week.put(week.plan().timetable());

    assertThat(again.changes()).isEqualTo(Imported.Changes.NONE);
    assertThat(week.history()).isEqualTo(before);
    assertThat(week.catalogue().problems()).isEmpty();
  }

  @Test
  void a_departure_that_crosses_the_clock_change_keeps_its_instants() {
    Run run = week.run("112", LocalDate.of(2022, 3, 11));
    Occurrence train = week.occurrence(run);

    assertThat(train.startsAt()).isEqualTo(Instant.parse("2022-03-11T23:00:00Z"));
    assertThat(train.localStart()).isEqualTo(LocalDate.of(2022, 3, 11).atTime(15, 0));
    assertThat(local(train, "UNIT")).isEqualTo("2022-03-13T02:47-06:00[America/Regina]");
    assertThat(local(train, "RVRS")).isEqualTo("2022-03-13T18:22-05:00[America/Winnipeg]");
    assertThat(local(train, "TRTO")).isEqualTo("2022-03-15T15:29-04:00[America/Toronto]");
    assertThat(new ClockChanges(week.travel().inventory()).table(List.of(run)))
        .last()
        .asString()
        .containsSubsequence(
            "112",
            "03-11 15:00 -08:00",
            "2022-03-11T23:00:00Z",
            "03-15 15:29 -04:00",
            "2022-03-15T19:29:00Z",
            "92:29",
            "03-15 14:29 -05:00");
  }

  private static String local(Occurrence train, String code) {
    Stop stop = train.stops().stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
    return train.startsAt().plus(stop.departure()).atZone(stop.zone()).toString();
  }

  @Test
  void the_trains_under_way_when_the_clocks_change_are_the_two_long_ones() {
    assertThat(ClockChanges.under(week.catalogue().runs()))
        .extracting(run -> run.departure().tripId(), run -> run.departure().serviceDate())
        .containsExactly(
            tuple("112", LocalDate.of(2022, 3, 11)), tuple("526", LocalDate.of(2022, 3, 12)));
  }

  @Test
  void stops_keep_their_times_zones_and_what_one_may_do_there() {
    try (RailwayFixture small = small(new FeedFixture())) {
      Occurrence train = small.occurrence(small.run("T", LocalDate.of(2022, 3, 10)));

      assertThat(train.zone()).isEqualTo(ZoneId.of("America/Regina"));
      assertThat(train.stops())
          .extracting(Stop::code, Stop::boarding, Stop::alighting)
          .containsExactly(
              tuple("REG", true, false),
              tuple("2", true, true),
              tuple("WPG", true, true),
              tuple("TOR", false, true));
      assertThat(train.stops().get(0).arrival()).isEqualTo(Duration.ZERO);
      assertThat(train.stops().get(2).arrival()).isEqualTo(Duration.ofSeconds(3_301));
      assertThat(train.stops().get(2).departure()).isEqualTo(Duration.ofMinutes(85));
      assertThat(train.stops().get(2).zone()).isEqualTo(ZoneId.of("America/Winnipeg"));
    }
  }

  @Test
  void departures_at_another_time_of_day_are_opened_by_themselves_and_but_once() {
    try (RailwayFixture small = small(new FeedFixture())) {
      assertThat(small.plan().timetable().series(RailwayFixture.FIRST, RailwayFixture.LAST).get(0))
          .satisfies(series -> assertThat(series.shifted()).hasSize(2))
          .satisfies(series -> assertThat(series.regular()).hasSize(3));
      assertThat(small.imported().changes().opened()).isEqualTo(5 + 25);
      assertThat(small.catalogue().problems()).isEmpty();
      assertThat(small.put(small.plan().timetable()).changes()).isEqualTo(Imported.Changes.NONE);
    }
  }

  @Test
  void a_changed_timetable_changes_what_is_on_sale() {
    FeedFixture other =
        new FeedFixture().replacing("calendar_dates.txt", "week,20220302,2", "week,20220315,2");
    try (RailwayFixture small = small(new FeedFixture())) {
      Imported.Changes changes = small.put(timetable(other)).changes();

      assertThat(changes).isEqualTo(new Imported.Changes(0, 1 + 5, List.of()));
    }
  }

  private RailwayFixture small(FeedFixture feed) {
    return new RailwayFixture(timetable(feed), RailwayFixture.FIRST, RailwayFixture.LAST);
  }

  private Timetable timetable(FeedFixture feed) {
    return Timetable.of(FeedReader.read(feed.folder(folder)));
  }
}
