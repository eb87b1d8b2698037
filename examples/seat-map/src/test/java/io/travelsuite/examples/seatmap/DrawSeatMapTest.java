package io.travelsuite.examples.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DrawSeatMapTest {

  private static final String MAP =
      """
      {"format": "travel-suite-seat-map-1",
       "seats": [{"label": "1", "position": 1}, {"label": "2", "position": 2}]}
      """;
  private static final String CHART =
      """
      {"name": "Hall", "categories": {"list": [{"key": 1}]}, "subChart": {
        "rows": [{"label": "A", "seats": [{"label": "1", "categoryKey": 1, "x": 5, "y": 5}]}],
        "generalAdmissionAreas": [{"label": "GA", "categoryKey": 1, "capacity": 70}]}}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void without_arguments_the_sample_is_drawn_into_this_examples_target() throws Exception {
    assertThat(run()).isZero();

    Path picture = Path.of("target", "seat-map.svg").toAbsolutePath();
    assertThat(out.toString()).contains("64 seats of A train drawn: " + picture);
    Svg svg = Svg.parse(Files.readString(picture));
    assertThat(svg.labels()).hasSize(64);
    assertThat(svg.texts()).contains("64 seats · 34 free · 28 taken · 2 blocked");
  }

  @Test
  void a_map_is_drawn_with_what_is_taken_and_blocked() throws Exception {
    Path map = write("map.json", MAP);
    Path picture = folder.resolve("new/folder/map.svg");

    assertThat(run("--taken", "1", "--blocked=2", map.toString(), picture.toString())).isZero();

    assertThat(Svg.parse(Files.readString(picture)).texts())
        .contains("map", "2 seats · 1 taken · 1 blocked");
  }

  @Test
  void a_chart_of_seats_io_is_drawn_compressed_or_not() throws Exception {
    Path chart = folder.resolve("hall.json.gz");
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(chart))) {
      file.write(CHART.getBytes(StandardCharsets.UTF_8));
    }
    Path picture = folder.resolve("hall.svg");

    assertThat(run(chart.toString(), picture.toString(), "--colour-by", "state")).isZero();

    Svg svg = Svg.parse(Files.readString(picture));
    assertThat(svg.labels()).containsExactly("A-1");
    assertThat(svg.texts()).contains("Hall", "1 seat · GA: 70");
  }

  @Test
  void a_file_with_errors_is_refused_with_all_of_them_and_nothing_is_drawn() throws IOException {
    Path map = write("bad.json", MAP.replace("\"label\": \"2\"", "\"label\": \"1\", \"z\": 0"));
    Path picture = folder.resolve("bad.svg");

    assertThat(run(map.toString(), picture.toString())).isEqualTo(2);

    assertThat(err.toString())
        .contains("bad.json is no seat map that can be drawn:\n")
        .contains("/seats/1/z must not be there")
        .contains("/seats/1/label must not repeat the label of /seats/0, was: \"1\"");
    assertThat(picture).doesNotExist();
  }

  @Test
  void bad_arguments_are_named() throws IOException {
    Path map = write("map.json", MAP);

    assertThat(run(folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(run(map.toString(), "--taken=7")).isEqualTo(2);
    assertThat(run(write("areas.json", "{\"subChart\": {}}").toString())).isEqualTo(2);

    assertThat(err.toString())
        .contains("cannot read ", "none.json")
        .contains("the map has no seat 7")
        .contains("the chart areas has no seats to draw");
  }

  private int run(String... arguments) {
    CommandLine program = DrawSeatMap.commandLine();
    program.setOut(new PrintWriter(out, true));
    program.setErr(new PrintWriter(err, true));
    return program.execute(arguments);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
