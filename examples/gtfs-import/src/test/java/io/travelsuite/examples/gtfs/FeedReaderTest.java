package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.examples.gtfs.Feed.Access;
import io.travelsuite.examples.gtfs.Feed.StopTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedReaderTest {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  @TempDir private Path temporary;

  @Test
  void every_file_is_read() {
    Feed feed = FeedReader.read(new FeedFixture().folder(temporary));

    assertThat(feed.agencies()).hasSize(2);
    assertThat(feed.zone()).isEqualTo(TORONTO);
    assertThat(feed.routes().get("R")).isEqualTo(new Feed.Route("R", "A", "Regina - Toronto", 2));
    assertThat(feed.routes().get("S").name()).isEqualTo("OR");
    assertThat(feed.trips()).containsOnlyKeys("T", "U");
    assertThat(feed.trips().get("T").name()).isEqualTo("1");
    assertThat(feed.trips().get("T").stopTimes())
        .containsExactly(
            new StopTime("1", 1, at(8, 0), at(8, 5), Access.REGULAR, Access.NONE),
            new StopTime("2", 5, null, null, Access.DRIVER, Access.PHONE),
            new StopTime(
                "3", 7, at(9, 0).plusSeconds(1), at(9, 30), Access.REGULAR, Access.REGULAR),
            new StopTime("4", 8, at(33, 15), at(33, 15), Access.NONE, Access.REGULAR));
  }

  @Test
  void the_days_of_a_service_and_its_exceptions_are_read() {
    Feed.Service service =
        FeedReader.read(new FeedFixture().folder(temporary)).services().get("week");

    assertThat(service.calendar())
        .isEqualTo(
            new Feed.Calendar(
                LocalDate.of(2022, 3, 1),
                LocalDate.of(2022, 3, 31),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
    assertThat(service.exceptions())
        .isEqualTo(Map.of(LocalDate.of(2022, 3, 2), false, LocalDate.of(2022, 3, 5), true));
    assertThat(LocalDate.of(2022, 2, 25).datesUntil(LocalDate.of(2022, 3, 8)))
        .filteredOn(service::runsOn)
        .extracting(LocalDate::getDayOfMonth)
        .containsExactly(1, 3, 4, 5, 7);
  }

  @Test
  void a_service_may_do_without_a_calendar() {
    Path folder =
        new FeedFixture()
            .without("calendar.txt")
            .with("calendar_dates.txt", "service_id,date,exception_type\nweek,20220305,1\n")
            .folder(temporary);

    Feed.Service service = FeedReader.read(folder).services().get("week");

    assertThat(service.runsOn(LocalDate.of(2022, 3, 5))).isTrue();
    assertThat(service.runsOn(LocalDate.of(2022, 3, 7))).isFalse();
  }

  @Test
  void a_stop_is_in_its_stations_zone_or_its_own_or_the_agencys() {
    Feed feed = FeedReader.read(new FeedFixture().folder(temporary));

    assertThat(feed.stops().values())
        .extracting(stop -> stop.zone().getId())
        .containsExactly("America/Regina", "America/Regina", "America/Winnipeg", "America/Toronto");
    assertThat(feed.stops().get("2"))
        .isEqualTo(
            new Feed.Stop("2", "", "Moose Jaw, \"old\" station", ZoneId.of("America/Regina")));
  }

  @Test
  void repetitions_are_read() {
    assertThat(FeedReader.read(new FeedFixture().folder(temporary)).trips().get("U").frequencies())
        .containsExactly(
            new Feed.Frequency(
                Duration.ofHours(8), Duration.ofHours(10), Duration.ofMinutes(30), false),
            new Feed.Frequency(
                Duration.ofHours(10), Duration.ofHours(11), Duration.ofHours(1), true));
  }

  @Test
  void a_zip_file_says_the_same_as_a_folder() throws IOException {
    assertThat(FeedReader.read(new FeedFixture().zip(temporary)))
        .isEqualTo(FeedReader.read(new FeedFixture().folder(temporary)));
  }

  @Test
  void other_line_ends_a_byte_order_mark_and_other_orders_say_the_same() {
    Feed plain = FeedReader.read(new FeedFixture().folder(temporary));
    FeedFixture other =
        new FeedFixture()
            .replacing("stop_times.txt", "T,,,2,5,3,2,0\n", "")
            .replacing("stop_times.txt", "4,2,,,\n", "4,2,,,\n\nT,,, 2 ,5,3,2,0")
            .replacing("agency.txt", "agency_id,", "\uFEFFagency_id,")
            .replacingEverywhere("\n", "\r\n");

    assertThat(FeedReader.read(other.folder(temporary))).isEqualTo(plain);
  }

  @Test
  void one_of_arrival_and_departure_stands_for_both() {
    Feed plain = FeedReader.read(new FeedFixture().folder(temporary));
    FeedFixture other =
        new FeedFixture()
            .replacing("stop_times.txt", "U,08:00:00,08:00:00", "U,,08:00:00")
            .replacing("stop_times.txt", "U,09:00:00,09:00:00", "U,09:00:00,");

    assertThat(FeedReader.read(other.folder(temporary))).isEqualTo(plain);
  }

  @Test
  void files_and_columns_that_are_not_needed_may_be_missing() {
    FeedFixture least =
        new FeedFixture()
            .without("calendar_dates.txt")
            .without("frequencies.txt")
            .with("agency.txt", "agency_name,agency_timezone\nRail,America/Toronto\n")
            .with("stops.txt", "stop_id,stop_name\n1,Here\n2,There\n")
            .with("routes.txt", "route_id,route_short_name,route_type\nR,X,2\n")
            .with("trips.txt", "route_id,service_id,trip_id\nR,week,T\n")
            .with(
                "stop_times.txt",
                """
                trip_id,arrival_time,departure_time,stop_id,stop_sequence
                T,08:00:00,08:00:00,1,0
                T,09:00:00,09:00:00,2,1
                """);

    Feed feed = FeedReader.read(least.folder(temporary));

    assertThat(feed.routes().get("R")).isEqualTo(new Feed.Route("R", "", "X", 2));
    assertThat(feed.stops().get("1").zone()).isEqualTo(TORONTO);
    assertThat(feed.trips().get("T").stopTimes()).hasSize(2);
  }

  @Test
  void one_agency_is_taken_out_with_what_it_needs() {
    Feed feed = FeedReader.read(new FeedFixture().folder(temporary)).ofAgency("B");

    assertThat(feed.agencies()).containsOnlyKeys("B");
    assertThat(feed.routes()).containsOnlyKeys("S");
    assertThat(feed.trips()).containsOnlyKeys("U");
    assertThat(feed.stops()).containsOnlyKeys("3", "4");
    assertThat(feed.services()).containsOnlyKeys("week");
    assertThatThrownBy(() -> feed.ofAgency("C")).hasMessage("agency C is not one of [B]");
  }

  @Test
  void what_is_not_a_feed_is_refused() throws IOException {
    Path nothing = temporary.resolve("nothing.zip");
    Path text = Files.writeString(temporary.resolve("text.zip"), "no zip file");
    Path latin = new FeedFixture().folder(temporary);
    Files.writeString(
        latin.resolve("stops.txt"),
        "stop_id,stop_name\n1,Montr\u00e9al\n",
        StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> FeedReader.read(nothing))
        .isInstanceOf(FeedException.class)
        .hasMessage(nothing + ": no such file or folder");
    assertThatThrownBy(() -> FeedReader.read(text))
        .isInstanceOf(FeedException.class)
        .hasMessage(text + ": is not a whole zip file");
    assertThatThrownBy(() -> FeedReader.read(latin))
        .isInstanceOf(FeedException.class)
        .hasMessage("stops.txt: is not written in UTF-8");
  }

  private static Duration at(int hours, int minutes) {
    return Duration.ofHours(hours).plusMinutes(minutes);
  }
}
