package io.travelsuite.examples.seatmap;

import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.jdbc.seatmap.SeatMapFormatException;
import io.travelsuite.jdbc.seatmap.SeatMapJson;
import io.travelsuite.jdbc.seatmap.SeatsIoChart;
import io.travelsuite.seat.SeatMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What was read of a file.
 *
 * @param name what to call it
 * @param map its seats
 * @param areas what it has beside seats, in words
 */
record MapFile(String name, SeatMap map, List<String> areas) {

  /** A coach of a train, drawn when no file is named. */
  static final String SAMPLE = "train.json";

  /** Reads a map of either format, plain or, where the name ends in .gz, gzip. */
  static MapFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (InputStream stored = Files.newInputStream(file);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stored) : stored) {
      String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      return parse(name.replaceFirst("\\.json(\\.gz)?$", ""), text);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e, e);
    } catch (SeatMapFormatException e) {
      throw new BadInputException(
          file + " is no seat map that can be drawn:\n" + e.getMessage(), e);
    }
  }

  static MapFile sample() {
    try (InputStream file =
        Objects.requireNonNull(MapFile.class.getResourceAsStream(SAMPLE), SAMPLE)) {
      return parse("A train", new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MapFile parse(String name, String text) {
    if (!text.contains("\"subChart")) {
      return new MapFile(name, SeatMapJson.read(text), List.of());
    }
    SeatsIoChart chart = SeatsIoChart.read(text);
    if (chart.seats() == null) {
      throw new BadInputException("the chart " + name + " has no seats to draw", null);
    }
    List<String> areas =
        chart.areas().stream().map(area -> area.label() + ": " + area.capacity()).toList();
    return new MapFile(chart.name().isEmpty() ? name : chart.name(), chart.seats(), areas);
  }
}
