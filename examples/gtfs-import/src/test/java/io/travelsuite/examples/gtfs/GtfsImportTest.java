package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The program as its user meets it: arguments, exit codes, messages and files. */
class GtfsImportTest {

  private static final String NOBODY_LISTENS =
      "jdbc:mysql://127.0.0.1:1/travel?user=u&password=secret";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void an_import_is_sold_and_verified_and_can_be_repeated_and_a_fault_ends_it_with_1()
      throws IOException, SQLException {
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      String[] arguments = arguments(schema);
      assertThat(run(arguments)).as("%s%s", out, err).isZero();
      assertThat(out.toString())
          .contains("Opened 92 departures")
          .contains("Dated departures                                        61            61")
          .contains("clocks change: 1")
          .contains("Every departure is on sale as the feed says, and no seat was sold twice");
      assertThat(Files.readString(folder.resolve("seats.svg")))
          .startsWith("<?xml")
          .endsWith("</svg>");

      out.getBuffer().setLength(0);
      assertThat(run(arguments)).as("%s%s", out, err).isZero();
      assertThat(out.toString()).contains("Opened 0 departures").contains("withdrew 0");

      execute(schema, "UPDATE travel_counter SET taken = taken + 1 WHERE pool = 'bikes' LIMIT 1");
      assertThat(run(arguments)).isEqualTo(1);
      assertThat(out.toString()).contains("1 PROBLEMS").contains("CounterDrift[");
    }
  }

  private String[] arguments(TestSchema schema) {
    return new String[] {
      "--jdbc-url=" + schema.jdbcUrl(),
      "--from=2022-03-12",
      "--until=2022-03-12",
      "--sample=5",
      "--parties=200",
      "--workers=2",
      "--out=" + folder
    };
  }

  @ParameterizedTest
  @CsvSource({
    "--workers, 0",
    "--workers, 129",
    "--sample, 0",
    "--parties, many",
    "--from, yesterday",
    "--until, 2021-12-31",
    "--until, 2042-01-01",
    "--jdbc-url, postgresql://localhost/travel",
    "--colour, red"
  })
  void a_bad_argument_is_named_and_ends_with_2(String option, String value) {
    assertThat(run(option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains(option).doesNotContain("\tat ");
  }

  @Test
  void a_bad_feed_ends_with_2_and_the_row_is_told_before_the_database_is_looked_for() {
    Path feed =
        new FeedFixture()
            .replacing("stop_times.txt", "33:15:00,33:15:00,4", "33:15:00,33:15:00,5")
            .folder(folder);

    assertThat(run("--feed=" + feed, "--jdbc-url=" + NOBODY_LISTENS)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "stop_times.txt, line 5: stop_id must be the stop_id of a row of stops.txt, was: \"5\"");
  }

  @Test
  void an_agency_that_is_not_in_the_feed_ends_with_2() {
    Path feed = new FeedFixture().folder(folder);

    assertThat(run("--feed=" + feed, "--agency=C")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--agency must be one of [A, B], was: C");
  }

  @Test
  void days_on_which_nothing_runs_end_with_2() {
    assertThat(run("--from=2032-01-01", "--until=2032-01-31")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Nothing runs from 2032-01-01 to 2032-01-31");
  }

  @Test
  void a_database_that_does_not_answer_ends_with_2_and_its_password_is_not_told() {
    assertThat(run("--out=" + folder, "--jdbc-url=" + NOBODY_LISTENS)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("The database of --jdbc-url cannot be reached: ")
        .doesNotContain("secret")
        .doesNotContain("\tat ");
    assertThat(folder).isEmptyDirectory();
  }

  private static void execute(TestSchema schema, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(schema.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int run(String... arguments) {
    return GtfsImport.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
