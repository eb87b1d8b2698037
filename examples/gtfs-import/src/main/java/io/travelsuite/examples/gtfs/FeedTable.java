package io.travelsuite.examples.gtfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;

/**
 * One file of a feed, written as the <a
 * href="https://gtfs.org/documentation/schedule/reference/#file-requirements">file requirements</a>
 * of GTFS say. Spaces around a value are removed, as these ask of who wrote it.
 *
 * @param folder where the feed's files are
 * @param name the file's name
 */
record FeedTable(Path folder, String name) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true) // a trim would hide a line break
          .get();

  boolean exists() {
    return Files.exists(folder.resolve(name));
  }

  /**
   * Hands over every row, in file order.
   *
   * @param columns those that must be there; others may
   * @throws FeedException when the file, a column or a field is missing, or it is not readable
   */
  void read(List<String> columns, Consumer<FeedRow> reader) {
    if (!exists()) {
      throw new FeedException(name + ": is missing from the feed");
    }
    try (InputStream bytes = Files.newInputStream(folder.resolve(name));
        InputStream unmarked = BOMInputStream.builder().setInputStream(bytes).get();
        // a decoder of its own reports bytes that are no UTF-8, where a charset replaces them
        Reader text = new InputStreamReader(unmarked, StandardCharsets.UTF_8.newDecoder());
        CSVParser parser = FORMAT.parse(text)) {
      columns.forEach(column -> requireColumn(parser, column));
      for (CSVRecord fields : parser) {
        reader.accept(row(parser, fields));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private void requireColumn(CSVParser parser, String column) {
    if (!parser.getHeaderMap().containsKey(column)) {
      throw new FeedException(new Place(name, 1) + ": the column " + column + " is missing");
    }
  }

  private FeedRow row(CSVParser parser, CSVRecord fields) {
    // the parser stands at the end of the row
    long breaks = fields.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    Place place = new Place(name, parser.getCurrentLineNumber() - breaks);
    if (breaks > 0) {
      throw new FeedException(place + ": has a value with a line break; close its quotation mark");
    }
    if (!fields.isConsistent()) {
      int columns = parser.getHeaderNames().size();
      throw new FeedException(
          place + ": has " + fields.size() + " fields, the header has " + columns);
    }
    return new FeedRow(place, fields);
  }

  private FeedException unreadable(Exception e) {
    boolean undecodable =
        e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
    String reason = undecodable ? "is not written in UTF-8" : "cannot be read: " + e.getMessage();
    return new FeedException(name + ": " + reason, e);
  }
}
