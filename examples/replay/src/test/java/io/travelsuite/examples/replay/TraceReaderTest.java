package io.travelsuite.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.examples.program.BadInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TraceReaderTest {

  private static final String GOOD = "City Hotel,3,2016,March,1,0,2,Check-Out,2016-03-03";

  @TempDir private Path folder;

  @Test
  void the_trace_that_comes_with_the_example_is_whole() {
    Trace trace = TraceReader.builtIn();

    assertThat(trace.rows()).hasSize(119_390);
    assertThat(trace.rows()).filteredOn(row -> row.hotel() == Hotel.RESORT).hasSize(40_060);
    assertThat(trace.rows()).filteredOn(row -> row.nights() == 0).hasSize(715);
    assertThat(trace.rows()).filteredOn(row -> row.cancelledOn() != null).hasSize(44_224);
    assertThat(trace.nights(Hotel.RESORT)).hasSize(806);
    assertThat(trace.nights(Hotel.CITY)).hasSize(803);
    assertThat(trace.rows().get(119_389).number()).isEqualTo(119_390);
  }

  @Test
  void a_row_is_read() throws IOException {
    Trace trace = TraceReader.read(file("Resort Hotel,31,2016,March,1,2,5,Canceled,2016-02-10"));

    TraceRow expected =
        new TraceRow(
            1,
            Hotel.RESORT,
            LocalDate.of(2016, 1, 30),
            LocalDate.of(2016, 3, 1),
            7,
            LocalDate.of(2016, 2, 10));
    assertThat(trace.rows()).containsExactly(expected);
  }

  @Test
  void guests_who_came_are_not_cancelled_and_those_who_did_not_show_up_are() throws IOException {
    Trace trace = TraceReader.read(file(GOOD, "City Hotel,3,2016,March,1,0,2,No-Show,2016-03-01"));

    assertThat(trace.rows())
        .extracting(TraceRow::cancelledOn)
        .containsExactly(null, LocalDate.of(2016, 3, 1));
  }

  @Test
  void a_cancellation_before_the_booking_is_taken_for_one_on_the_same_day() throws IOException {
    Trace trace = TraceReader.read(file("City Hotel,3,2016,March,1,0,2,Canceled,2016-01-01"));

    assertThat(trace.rows().get(0).cancelledOn()).isEqualTo(LocalDate.of(2016, 2, 27));
  }

  @Test
  void columns_may_be_padded_stand_in_another_order_and_beside_others() throws IOException {
    Path file = folder.resolve("other.csv");
    Files.writeString(
        file,
        "adr,reservation_status_date,reservation_status,stays_in_week_nights,lead_time,hotel,"
            + "stays_in_weekend_nights,arrival_date_day_of_month,arrival_date_month,"
            + "arrival_date_year\n"
            + "-6.38,2016-03-03,Check-Out ,2,3,\"City Hotel\",0,1,March,2016");

    assertThat(TraceReader.read(file).rows()).isEqualTo(TraceReader.read(file(GOOD)).rows());
  }

  @Test
  void equal_rows_are_bookings_of_their_own() throws IOException {
    assertThat(TraceReader.read(file(GOOD, GOOD, GOOD)).rows()).hasSize(3);
  }

  @Test
  void a_file_may_be_packed_whatever_its_name() throws IOException {
    Path packed = folder.resolve("packed.csv");
    Files.write(packed, packed(header() + GOOD));

    assertThat(TraceReader.read(packed).rows()).isEqualTo(TraceReader.read(file(GOOD)).rows());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          Hostel,3,2016,March,1,0,2,Check-Out,2016-03-03     | hotel "Hostel"
          City Hotel,-1,2016,March,1,0,2,Check-Out,2016-03-03 | lead_time "-1"
          City Hotel,3.5,2016,March,1,0,2,Check-Out,2016-03-03 | lead_time "3.5"
          City Hotel,9999999999,2016,March,1,0,2,Check-Out,2016-03-03 | lead_time "9999999999"
          City Hotel,3,16,March,1,0,2,Check-Out,2016-03-03   | arrival_date_year "16"
          City Hotel,3,2016,Mars,1,0,2,Check-Out,2016-03-03  | arrival_date_month "Mars"
          City Hotel,3,2016,April,31,0,2,Check-Out,2016-03-03 | arrival_date_day_of_month "31"
          City Hotel,3,2016,March,1,,2,Check-Out,2016-03-03  | stays_in_weekend_nights ""
          City Hotel,3,2016,March,1,0,201,Check-Out,2016-03-03 | stays_in_week_nights "201"
          City Hotel,3,2016,March,1,0,2,Left,2016-03-03      | reservation_status "Left"
          City Hotel,3,2016,March,1,0,2,Check-Out,3/3/2016   | reservation_status_date "3/3/2016"
          """)
  void a_malformed_row_is_named_by_line_field_and_value(String row, String fieldAndValue)
      throws IOException {
    Path file = file(GOOD, "", row, GOOD);
    String field = fieldAndValue.split(" ", 2)[0];
    String value = fieldAndValue.split(" ", 2)[1];

    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("trace.csv, line 4: " + field + " must be ")
        .hasMessageEndingWith("was: " + value);
  }

  @Test
  void a_row_with_fields_too_few_is_named_by_its_line() throws IOException {
    Path file = file(GOOD, "City Hotel,3,2016");

    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage("trace.csv, line 3: has 3 fields, the header has 9");
  }

  @Test
  void a_missing_column_is_named() throws IOException {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "hotel,lead_time\nCity Hotel,3\n");

    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage("other.csv, line 1: the column arrival_date_year is missing");
  }

  static Stream<byte[]> notTraces() throws IOException {
    String good = header() + GOOD;
    return Stream.of(
        new byte[0],
        header().getBytes(StandardCharsets.UTF_8),
        Arrays.copyOf(packed(good.repeat(1_000)), 200),
        good.replace("City Hotel", "\"City\" Hotel").getBytes(StandardCharsets.UTF_8),
        good.replace("City Hotel", "\"City Hotel").getBytes(StandardCharsets.UTF_8),
        good.replace("March", "M\u00e4r").getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @MethodSource("notTraces")
  void a_file_that_is_empty_cut_off_or_no_csv_is_refused_with_its_name(byte[] bytes)
      throws IOException {
    Path file = folder.resolve("broken.csv");
    Files.write(file, bytes);

    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("broken.csv");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> TraceReader.read(folder.resolve("nowhere.csv")))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("nowhere.csv: no such file");
  }

  private static String header() {
    return String.join(",", RowFields.NAMES) + "\n";
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Path file(String... rows) throws IOException {
    return Files.writeString(folder.resolve("trace.csv"), header() + String.join("\n", rows));
  }
}
