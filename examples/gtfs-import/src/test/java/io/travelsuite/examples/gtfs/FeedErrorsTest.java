package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedErrorsTest {

  @TempDir private Path temporary;

  @Test
  void control_the_feed_that_is_broken_below_is_read_when_it_is_not() {
    assertThat(FeedReader.read(new FeedFixture().folder(temporary)).trips()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"})
  void a_missing_file_is_named(String file) {
    assertRefused(new FeedFixture().without(file), file + ": is missing from the feed");
  }

  @Test
  void a_feed_needs_one_of_the_two_calendars() {
    assertRefused(
        new FeedFixture().without("calendar.txt").without("calendar_dates.txt"),
        "calendar.txt: is missing from the feed, and so is calendar_dates.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "agency.txt, agency_name",
    "agency.txt, agency_timezone",
    "stops.txt, stop_id",
    "stops.txt, stop_name",
    "routes.txt, route_id",
    "routes.txt, route_type",
    "trips.txt, route_id",
    "trips.txt, service_id",
    "trips.txt, trip_id",
    "stop_times.txt, trip_id",
    "stop_times.txt, arrival_time",
    "stop_times.txt, departure_time",
    "stop_times.txt, stop_id",
    "stop_times.txt, stop_sequence",
    "calendar.txt, service_id",
    "calendar.txt, sunday",
    "calendar.txt, start_date",
    "calendar.txt, end_date",
    "calendar_dates.txt, service_id",
    "calendar_dates.txt, date",
    "calendar_dates.txt, exception_type",
    "frequencies.txt, trip_id",
    "frequencies.txt, start_time",
    "frequencies.txt, end_time",
    "frequencies.txt, headway_secs",
  })
  void a_missing_column_is_named(String file, String column) {
    assertRefused(
        new FeedFixture().replacing(file, column, "x_" + column.length()),
        file + ", line 1: the column " + column + " is missing");
  }

  @Test
  void an_empty_file_lacks_its_columns() {
    assertRefused(
        new FeedFixture().with("stops.txt", ""),
        "stops.txt, line 1: the column stop_id is missing");
    assertRefused(
        new FeedFixture().with("agency.txt", "agency_name,agency_timezone\n"),
        "agency.txt: has no rows");
  }

  /** In each line: the file, what stands there, what takes its place, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          agency.txt | A,Prairie Rail | B,Prairie Rail | 3: agency_id must be unlike that of line 2, was: "B"
          agency.txt | Prairie Rail | '' | 2: agency_name must be given, was: ""
          agency.txt | Rail,America/Toronto\\nB | Rail,Toronto\\nB | 2: agency_timezone must be a time zone like America/Toronto, was: "Toronto"
          agency.txt | Other Rail,America/Toronto | Other Rail,America/Regina | 3: agency_timezone must be that of the agencies before, America/Toronto, was: "America/Regina"
          stops.txt | 4,TOR | 3,TOR | 5: stop_id must be unlike that of line 4, was: "3"
          stops.txt | 4,TOR | ,TOR | 5: stop_id must be given, was: ""
          stops.txt | REG,Regina | REG, | 2: stop_name must be given, was: ""
          stops.txt | Regina,0 | Regina,5 | 2: location_type must be empty or one of 0 to 4, was: "5"
          stops.txt | Toronto,0,, | Toronto,0,EST, | 5: stop_timezone must be a time zone like America/Toronto, was: "EST"
          stops.txt | Toronto,9 | Toronto,8 | 4: parent_station must be the stop_id of a row of stops.txt, was: "8"
          stops.txt | Toronto,9 | Toronto,4 | 4: parent_station must be a stop_id with location_type 1, was: "4"
          routes.txt | S,B | R,B | 3: route_id must be unlike that of line 2, was: "R"
          routes.txt | R,A | R,C | 2: agency_id must be the agency_id of a row of agency.txt, was: "C"
          routes.txt | R,A | R, | 2: agency_id must be the agency_id of a row of agency.txt, was: ""
          routes.txt | OR,,3 | ,,3 | 3: route_short_name must be given, was: ""
          routes.txt | OR,,3 | OR,,bus | 3: route_type must be a whole number from 0, was: "bus"
          trips.txt | S,week,U | S,week,T | 3: trip_id must be unlike that of line 2, was: "T"
          trips.txt | S,week,U | X,week,U | 3: route_id must be the route_id of a row of routes.txt, was: "X"
          trips.txt | S,week,U | S,weak,U | 3: service_id must be a service_id of calendar.txt or calendar_dates.txt, was: "weak"
          trips.txt | S,week,U,\\n | S,week,U,\\nS,week,V,\\n | 4: trip_id must be that of two or more rows of stop_times.txt, was: "V"
          stop_times.txt | T,,,2,5 | V,,,2,5 | 3: trip_id must be the trip_id of a row of trips.txt, was: "V"
          stop_times.txt | T,,,2,5 | T,,,7,5 | 3: stop_id must be the stop_id of a row of stops.txt, was: "7"
          stop_times.txt | T,,,2,5 | T,,,9,5 | 3: stop_id must be a stop with location_type 0, where trips call, was: "9"
          stop_times.txt | T,,,2,5 | T,,,2,-5 | 3: stop_sequence must be a whole number from 0, was: "-5"
          stop_times.txt | T,,,2,5 | T,,,2,7 | 4: stop_sequence must be unlike that of line 3, of the same trip, was: "7"
          stop_times.txt | 5,3,2 | 5,4,2 | 3: pickup_type must be empty or one of 0 to 3, was: "4"
          stop_times.txt | 5,3,2 | 5,3,x | 3: drop_off_type must be empty or one of 0 to 3, was: "x"
          stop_times.txt | 5,3,2,0 | 5,3,2,2 | 3: timepoint must be empty or one of 0 to 1, was: "2"
          stop_times.txt | 5,3,2,0 | 5,3,2,1 | 3: arrival_time must be given where timepoint is 1, was: ""
          stop_times.txt | 9:00:01 | 9:00 | 4: arrival_time must be a time like 08:30:00, or 25:35:00 for 1:35 on the next day, was: "9:00"
          stop_times.txt | 9:00:01 | 9:60:01 | 4: arrival_time must be a time like 08:30:00, or 25:35:00 for 1:35 on the next day, was: "9:60:01"
          stop_times.txt | 09:30:00 | 09:30:0 | 4: departure_time must be a time like 08:30:00, or 25:35:00 for 1:35 on the next day, was: "09:30:0"
          stop_times.txt | 9:00:01 | 08:04:59 | 4: arrival_time must be not before 08:05:00, where the trip is, was: "08:04:59"
          stop_times.txt | 09:30:00 | 9:00:00 | 4: departure_time must be not before 09:00:01, where the trip is, was: "09:00:00"
          stop_times.txt | 08:00:00,08:05:00 | , | 2: arrival_time must be given at the first and at the last stop of a trip, was: ""
          stop_times.txt | 33:15:00,33:15:00 | , | 5: arrival_time must be given at the first and at the last stop of a trip, was: ""
          calendar.txt | 20220301 | 20220229 | 2: start_date must be a date like 20220228, was: "20220229"
          calendar.txt | 20220331 | 2022-03-31 | 2: end_date must be a date like 20220228, was: "2022-03-31"
          calendar.txt | 20220331 | 20220228 | 2: end_date must be not before start_date (20220301), was: "20220228"
          calendar.txt | week,1,1 | week,1,2 | 2: tuesday must be 0 or 1, was: "2"
          calendar.txt | week,1,1 | week,,1 | 2: monday must be 0 or 1, was: ""
          calendar.txt | week,1 | ,1 | 2: service_id must be given, was: ""
          calendar.txt | 20220331\\n | 20220331\\nweek,1,1,1,1,1,0,0,20220401,20220430\\n | 3: service_id must be unlike that of line 2, was: "week"
          calendar_dates.txt | 20220302 | 20221302 | 2: date must be a date like 20220228, was: "20221302"
          calendar_dates.txt | 20220302 | 20220305 | 3: date must be given once for service week, was: "20220305"
          calendar_dates.txt | 20220302,2 | 20220302,0 | 2: exception_type must be 1 (added) or 2 (removed), was: "0"
          calendar_dates.txt | week,20220302 | ,20220302 | 2: service_id must be given, was: ""
          frequencies.txt | U,08 | V,08 | 2: trip_id must be the trip_id of a row of trips.txt, was: "V"
          frequencies.txt | U,08:00:00 | U, | 2: start_time must be a time like 08:30:00, or 25:35:00 for 1:35 on the next day, was: ""
          frequencies.txt | 11:00:00 | 10:00:00 | 3: end_time must be after start_time (10:00:00), was: "10:00:00"
          frequencies.txt | 1800 | 0 | 2: headway_secs must be a whole number from 1, was: "0"
          frequencies.txt | 1800,0 | 1800,2 | 2: exact_times must be empty or one of 0 to 1, was: "2"
          frequencies.txt | U,10:00:00 | U,09:59:59 | 3: start_time must be outside the other times of trip U, was: "09:59:59"
          frequencies.txt | U,10:00:00,11 | U,07:00:00,11 | 3: start_time must be outside the other times of trip U, was: "07:00:00"
          """)
  void a_wrong_value_is_named_with_its_place(
      String file, String old, String replacement, String message) {
    FeedFixture broken =
        new FeedFixture()
            .replacing(file, old.replace("\\n", "\n"), replacement.replace("\\n", "\n"));

    assertRefused(broken, file + ", line " + message);
  }

  @Test
  void the_line_is_that_of_the_file_whatever_ends_it_and_with_empty_ones_counted() {
    FeedFixture spaced =
        new FeedFixture()
            .replacing("stop_times.txt", "T,,,2,5", "\n\nT,,,2,5")
            .replacing("stop_times.txt", "33:15:00,33:15:00", "33:15:00,33:xx:00");
    String message = "stop_times.txt, line 7: departure_time must be a time like 08:30:00";

    assertThatThrownBy(() -> FeedReader.read(spaced.folder(temporary)))
        .hasMessageStartingWith(message);
    spaced.replacingEverywhere("\n", "\r\n");
    assertThatThrownBy(() -> FeedReader.read(spaced.folder(temporary)))
        .hasMessageStartingWith(message);
    spaced.with("trips.txt", "route_id,service_id,trip_id\nR,week,T\nR,week,T");
    assertRefused(spaced, "trips.txt, line 3: trip_id must be unlike that of line 2, was: \"T\"");
  }

  @Test
  void rows_that_are_no_rows_are_refused() {
    assertRefused(
        new FeedFixture().replacing("routes.txt", "S,B,OR,,3", "S,B,OR,3"),
        "routes.txt, line 3: has 4 fields, the header has 5");
    assertRefused(
        new FeedFixture().replacing("routes.txt", "S,B,OR,,3", "S,B,\"OR\n\",,3"),
        "routes.txt, line 3: has a value with a line break; close its quotation mark");
    assertThatThrownBy(
            () ->
                FeedReader.read(
                    new FeedFixture()
                        .replacing("routes.txt", "S,B,OR,,3", "S,B,\"OR,,3")
                        .folder(temporary)))
        .isInstanceOf(FeedException.class)
        .hasMessageStartingWith("routes.txt: cannot be read: ");
    assertThatThrownBy(
            () ->
                FeedReader.read(
                    new FeedFixture()
                        .replacing("routes.txt", "agency_id", "route_id")
                        .folder(temporary)))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("duplicate name: \"route_id\"");
  }

  @Test
  void a_long_value_is_cut_in_the_message() {
    assertThatThrownBy(
            () ->
                FeedReader.read(
                    new FeedFixture()
                        .replacing("routes.txt", "S,B,OR,,3", "S,B,OR,," + "3".repeat(1_000))
                        .folder(temporary)))
        .hasMessageEndingWith("was: \"" + "3".repeat(60) + "…\"");
  }

  private void assertRefused(FeedFixture feed, String message) {
    Path folder = feed.folder(temporary);
    assertThatThrownBy(() -> FeedReader.read(folder))
        .isInstanceOf(FeedException.class)
        .hasMessage(message);
  }
}
