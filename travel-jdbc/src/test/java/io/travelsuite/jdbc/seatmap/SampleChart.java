package io.travelsuite.jdbc.seatmap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The charts beside the tests. */
final class SampleChart {

  private SampleChart() {}

  static String text(String name) {
    try (InputStream file = Objects.requireNonNull(SampleChart.class.getResourceAsStream(name));
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
