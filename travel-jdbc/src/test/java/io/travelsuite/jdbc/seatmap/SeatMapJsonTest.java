package io.travelsuite.jdbc.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeatMapJsonTest {

  private static final String HEAD = "{\"format\": \"travel-suite-seat-map-1\", \"seats\": ";

  @Test
  void the_document_of_the_description_is_read() {
    SeatMap map =
        SeatMapJson.read(
            """
            {
              "format": "travel-suite-seat-map-1",
              "seats": [
                {"label": "11", "zone": "Coach 2", "row": "1", "position": 0, "tags": ["window"], "x": 20, "y": 20},
                {"label": "12", "zone": "Coach 2", "row": "1", "position": 1, "x": 44, "y": 20}
              ]
            }
            """);

    assertThat(map.seats())
        .containsExactly(
            Seat.of("11", "1", 0).zone("Coach 2").tag("window").at(20, 20),
            Seat.of("12", "1", 1).zone("Coach 2").at(44, 20));
  }

  @Test
  void what_is_left_out_is_empty_or_0() {
    assertThat(SeatMapJson.read(HEAD + "[{\"label\": \"1\", \"position\": 7}]}").seats())
        .containsExactly(Seat.of("1", "", 7));
  }

  @Test
  void a_map_is_written_a_seat_a_line() {
    SeatMap map =
        new SeatMap(
            List.of(
                Seat.of("1", "A", 0).zone("Tribüne \"1\"").tag("window").tag("table").at(1.5, -2),
                Seat.of("2", "", 1)));

    assertThat(SeatMapJson.write(map))
        .isEqualTo(
            """
            {
              "format": "travel-suite-seat-map-1",
              "seats": [
                {"label":"1","zone":"Tribüne \\"1\\"","row":"A","position":0,"tags":["table","window"],"x":1.5,"y":-2.0},
                {"label":"2","position":1}
              ]
            }
            """);
  }

  @Test
  void what_was_written_is_read_as_the_same() {
    Random random = new Random(1);
    for (int run = 0; run < 200; run++) {
      SeatMap map = random(random);
      assertThat(SeatMapJson.read(SeatMapJson.write(map))).as("run %d", run).isEqualTo(map);
    }
    SeatMap track = SeatsIoChart.read(SampleChart.text("sampleChartWithZones.json.gz")).seats();
    assertThat(SeatMapJson.read(SeatMapJson.write(Objects.requireNonNull(track)))).isEqualTo(track);
  }

  @Test
  void a_field_that_is_not_known_is_named() {
    assertProblems(
        HEAD + "[{\"label\": \"1\", \"position\": 0, \"Zone\": \"a\"}], \"a/b~\": {}}",
        "/a~1b~0 must not be there (known are format, seats), was: {}",
        "/seats/0/Zone must not be there (known are label, zone, row, position, tags, x, y),"
            + " was: \"a\"");
  }

  @Test
  void all_seats_that_cannot_stand_beside_each_other_are_named_at_once() {
    assertProblems(
        HEAD
            + """
            [
              {"label": "1", "position": 0},
              {"label": "1", "position": 1},
              {"label": "2", "position": 0},
              {"label": "3", "position": 3, "tags": ["a", "a"]}
            ]}
            """,
        "/seats/1/label must not repeat the label of /seats/0, was: \"1\"",
        "/seats/2 must not be where /seats/0 is, was: {\"label\":\"2\",\"position\":0}",
        "/seats/3/tags/1 must not repeat a tag, was: \"a\"");
  }

  @Test
  void a_value_that_cannot_be_is_named() {
    assertProblems(
        HEAD
            + """
            [
              {"label": "a,b", "position": 0},
              {"position": 1},
              {"label": "2", "position": 2.5},
              {"label": "3", "position": 3, "tags": ["a b"]},
              {"label": "4", "position": -1},
              {"label": "5", "position": 5, "tags": "window"},
              {"label": "6", "position": 6, "tags": [3]},
              {"label": 7, "position": 7},
              {"label": "8", "position": 8, "x": 1e999, "y": "0"}
            ]}
            """,
        "/seats/0/label must be 1 to 32 printable ASCII characters without comma, was: a,b",
        "/seats/1/label must be there, was: left out",
        "/seats/2/position must be a whole number, was: 2.5",
        "/seats/3/tags must be 1 to 32 of A-Z a-z 0-9 . _ -, was: a b",
        "/seats/4/position must be from 0 to 1000000, was: -1",
        "/seats/5/tags must be a list, was: \"window\"",
        "/seats/6/tags/0 must be a text, was: 3",
        "/seats/7/label must be a text, was: 7",
        "/seats/8/y must be a number, was: \"0\"",
        "/seats/8/x must be finite, was: Infinity");
  }

  @Test
  void a_seat_is_an_object() {
    assertProblems(
        HEAD + "[\"11\"]}",
        "/seats/0 must be an object, was: \"11\"",
        "/seats/0/label must be there, was: left out",
        "/seats/0/position must be there, was: left out");
  }

  @Test
  void another_format_and_no_seats_are_refused() {
    assertProblems(
        "{\"format\": \"travel-suite-seat-map-2\", \"seats\": []}",
        "/format must be \"travel-suite-seat-map-1\", was: \"travel-suite-seat-map-2\"",
        "/seats must be a list of 1 to 10000, was: 0 seats");
    assertProblems(
        "{}",
        "/format must be \"travel-suite-seat-map-1\", was: left out",
        "/seats must be a list of 1 to 10000, was: 0 seats");
  }

  @Test
  void what_is_no_json_is_told_with_line_and_column() {
    assertThatThrownBy(() -> SeatMapJson.read("{\n  \"format\": x\n}"))
        .isInstanceOf(SeatMapFormatException.class)
        .hasMessageStartingWith("line 2, column ")
        .hasMessageContaining("must be JSON")
        .hasMessageContaining("'x'");
    assertThatThrownBy(() -> SeatMapJson.read("{\"seats\": [], \"seats\": []}"))
        .hasMessageStartingWith("line 1, column ")
        .hasMessageContaining("Duplicate field 'seats'");
    assertThatThrownBy(() -> SeatMapJson.read(HEAD + "[]} 5"))
        .isInstanceOf(SeatMapFormatException.class);
    assertThatThrownBy(() -> SeatMapJson.read("")).isInstanceOf(SeatMapFormatException.class);
  }

  @Test
  void a_long_list_of_problems_and_a_long_value_are_cut() {
    String seats = "{\"label\": \"" + "a".repeat(1_000) + "\", \"position\": 0},";

    assertThatThrownBy(() -> SeatMapJson.read(HEAD + "[" + seats.repeat(150) + "0]}"))
        .isInstanceOfSatisfying(
            SeatMapFormatException.class,
            refused -> {
              assertThat(refused.problems()).hasSize(101).endsWith("and 53 more problems");
              assertThat(refused.problems()).allMatch(problem -> problem.length() < 300);
            });
  }

  private static void assertProblems(String json, String... problems) {
    assertThatThrownBy(() -> SeatMapJson.read(json))
        .isInstanceOfSatisfying(
            SeatMapFormatException.class,
            refused -> assertThat(refused.problems()).containsExactlyInAnyOrder(problems));
  }

  private static SeatMap random(Random random) {
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(30); i++) {
      Seat seat = Seat.of("s " + i, random.nextBoolean() ? "" : "Reihe ß\\", i);
      seat = random.nextBoolean() ? seat.zone("\u2028\uD83D\uDE82/~") : seat;
      seat = random.nextBoolean() ? seat.tag("t" + random.nextInt(3)).tag("u") : seat;
      seat = random.nextBoolean() ? seat.at(random.nextGaussian() * 1e9, -0.0) : seat;
      seats.add(seat);
    }
    Collections.shuffle(seats, random);
    return new SeatMap(seats);
  }
}
