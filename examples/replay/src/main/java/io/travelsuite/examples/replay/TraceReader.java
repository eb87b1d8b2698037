package io.travelsuite.examples.replay;

import io.travelsuite.examples.program.BadInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a whole trace, and refuses it as a whole for one malformed row, so that nothing is replayed
 * by half. A file may be packed with gzip or not, whatever its name.
 */
final class TraceReader {

  private static final String BUILT_IN = "hotel_bookings.csv.gz";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true) // some copies of the file pad its fields
          .get();

  private final String name;

  private TraceReader(String name) {
    this.name = name;
  }

  /**
   * The trace that comes with this example: 119,390 bookings of two hotels in Portugal.
   *
   * @throws BadInputException never, as long as the file is whole
   */
  static Trace builtIn() {
    InputStream resource =
        TraceReader.class.getResourceAsStream("/hotel-booking-demand/" + BUILT_IN);
    if (resource == null) {
      throw new BadInputException(BUILT_IN + ": not on the class path", null);
    }
    return new TraceReader(BUILT_IN).read(resource);
  }

  /**
   * The trace in a file.
   *
   * @throws BadInputException when it cannot be read to its end, or a row is malformed
   */
  static Trace read(Path file) {
    TraceReader reader = new TraceReader(String.valueOf(file.getFileName()));
    try {
      return reader.read(Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file", e);
    } catch (IOException e) {
      throw reader.unreadable(e);
    }
  }

  private Trace read(InputStream bytes) {
    try (InputStream plain = unpacked(bytes);
        // a decoder of its own reports bytes that are no UTF-8, where a charset replaces them
        Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder());
        CSVParser parser = FORMAT.parse(text)) {
      return new Trace(name, rows(parser));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private static InputStream unpacked(InputStream bytes) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return packed ? new GZIPInputStream(buffered) : buffered;
  }

  private List<TraceRow> rows(CSVParser parser) {
    for (String field : RowFields.NAMES) {
      if (!parser.getHeaderMap().containsKey(field)) {
        throw new BadInputException(name + ", line 1: the column " + field + " is missing", null);
      }
    }
    List<TraceRow> rows = new ArrayList<>();
    for (CSVRecord fields : parser) {
      rows.add(new RowFields(name, parser.getCurrentLineNumber(), fields).row());
    }
    if (rows.isEmpty()) {
      throw new BadInputException(name + ": has no rows", null);
    }
    return rows;
  }

  private BadInputException unreadable(Exception e) {
    String message = e.getMessage();
    String reason = message == null ? e.getClass().getSimpleName() : message;
    return new BadInputException(name + ": cannot be read: " + reason, e);
  }
}
