package io.travelsuite.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The program as its user meets it: arguments, exit codes, messages and files. */
class ReplayTest {

  private static final String NOBODY_LISTENS =
      "jdbc:mysql://127.0.0.1:1/travel?user=u&password=secret";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_replay_writes_its_summary_and_its_chart_and_can_be_repeated() throws IOException {
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      for (int workers : List.of(1, 4)) {
        assertThat(
                run(
                    "--jdbc-url=" + schema.jdbcUrl(),
                    "--limit=300",
                    "--capacity-resort=10",
                    "--workers=" + workers,
                    "--out=" + folder))
            .as(err.toString())
            .isZero();
        checkSummary(new ObjectMapper().readTree(folder.resolve("summary.json").toFile()), workers);
      }
    }
    BufferedImage chart = ImageIO.read(folder.resolve("nights.png").toFile());
    assertThat(chart.getWidth()).isGreaterThan(1_000);
    assertThat(out.toString())
        .contains("Simulation                  equal, row by row")
        .contains("Not one room was sold twice, and every row is accounted for.");
  }

  @Test
  void a_replay_without_combining_comes_to_the_same() throws IOException {
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      assertThat(
              run(
                  "--jdbc-url=" + schema.jdbcUrl(),
                  "--without-combining",
                  "--limit=300",
                  "--capacity-resort=10",
                  "--workers=4",
                  "--out=" + folder))
          .as(err.toString())
          .isZero();
      checkSummary(new ObjectMapper().readTree(folder.resolve("summary.json").toFile()), 4);
    }
  }

  private static void checkSummary(JsonNode summary, int workers) {
    int held = summary.get("held").intValue();
    int refused = summary.get("refused").intValue();
    assertThat(summary.get("rows").intValue()).isEqualTo(300);
    assertThat(held + refused + summary.get("skipped").intValue()).isEqualTo(300);
    assertThat(summary.get("confirmed").intValue()).isEqualTo(held);
    assertThat(summary.get("cancelled").intValue()).isBetween(1, held);
    assertThat(refused).isPositive();
    assertThat(summary.get("nights").intValue()).isPositive();
    assertThat(summary.at("/maxTakenPerNight/resort").intValue()).isEqualTo(10);
    assertThat(summary.at("/maxTakenPerNight/city").intValue()).isZero();
    assertThat(summary.get("drift").intValue()).isZero();
    assertThat(summary.get("seconds").doubleValue()).isPositive();
    assertThat(summary.get("bookingsPerSecond").doubleValue()).isPositive();
    assertThat(summary.get("database").textValue()).containsAnyOf("MariaDB ", "MySQL ");
    assertThat(summary.get("workers").intValue()).isEqualTo(workers);
  }

  @ParameterizedTest
  @CsvSource({
    "--workers, 0",
    "--workers, many",
    "--workers, 129",
    "--capacity-resort, 0",
    "--capacity-city, -1",
    "--limit, 0",
    "--jdbc-url, postgresql://localhost/travel",
    "--colour, red"
  })
  void a_bad_argument_is_named_and_ends_with_2(String option, String value) {
    assertThat(run(option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains(option).doesNotContain("\tat ");
  }

  @Test
  void a_malformed_row_ends_with_2_before_the_database_is_looked_for() throws IOException {
    Path file = folder.resolve("trace.csv");
    String header = String.join(",", RowFields.NAMES);
    Files.writeString(file, header + "\nCity Hotel,soon,2016,March,1,0,2,Check-Out,2016-03-03\n");

    assertThat(run("--data=" + file, "--jdbc-url=" + NOBODY_LISTENS))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "trace.csv, line 2: lead_time must be a whole number from 0 to 3650, was: \"soon\"");
  }

  @Test
  void a_malformed_row_beyond_the_limit_counts_too() throws IOException {
    Path file = folder.resolve("trace.csv");
    String good = "City Hotel,3,2016,March,1,0,2,Check-Out,2016-03-03\n";
    Files.writeString(file, String.join(",", RowFields.NAMES) + "\n" + good + "Hostel" + good);

    assertThat(run("--data=" + file, "--limit=1", "--jdbc-url=" + NOBODY_LISTENS))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).startsWith("trace.csv, line 3: hotel must be ");
  }

  @Test
  void an_unreadable_file_ends_with_2() {
    assertThat(run("--data=" + folder.resolve("nowhere.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere.csv: no such file");
  }

  @Test
  void a_folder_that_cannot_be_made_ends_with_2() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(run("--limit=1", "--out=" + file.resolve("below"))).isEqualTo(2);
    assertThat(err.toString()).startsWith("--out: cannot make the folder ");
  }

  @Test
  void a_database_that_does_not_answer_ends_with_2_and_its_password_is_not_told() {
    assertThat(run("--limit=1", "--out=" + folder, "--jdbc-url=" + NOBODY_LISTENS)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("The database of --jdbc-url cannot be reached: ")
        .doesNotContain("secret")
        .doesNotContain("\tat ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_url_that_names_no_database_ends_with_2() {
    String url = TestDatabase.shared().jdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1");

    assertThat(run("--limit=1", "--out=" + folder, "--jdbc-url=" + url)).isEqualTo(2);
    assertThat(err.toString()).startsWith("--jdbc-url must name a database");
  }

  @Test
  void a_database_that_fails_on_the_way_ends_with_1_and_leaves_no_summary()
      throws IOException, SQLException {
    Files.writeString(folder.resolve("summary.json"), "an earlier replay's");
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      JdbcTravel.migrate(schema.dataSource(1));
      execute(schema, "ALTER TABLE travel_booking ADD CHECK (booking_key <> 'row-40')");
      assertThat(run("--jdbc-url=" + schema.jdbcUrl(), "--limit=50", "--out=" + folder))
          .isEqualTo(1);
    }
    assertThat(err.toString()).startsWith("The database failed: ").doesNotContain("\tat ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_database_that_sells_a_room_twice_ends_with_1_and_the_night_is_told()
      throws IOException, SQLException {
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      String[] arguments = {
        "--jdbc-url=" + schema.jdbcUrl(), "--limit=50", "--workers=1", "--out=" + folder
      };
      assertThat(run(arguments)).isZero();
      execute(schema, "UPDATE travel_counter SET taken = taken + 1 WHERE taken > 0 LIMIT 1");
      assertThat(run(arguments)).isEqualTo(1);
    }
    assertThat(out.toString()).contains("1 PROBLEMS").contains("verify(): CounterDrift[");
    assertThat(Files.readString(folder.resolve("summary.json"))).contains("\"drift\" : 1");
  }

  @Test
  void help_names_every_option() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains(
            "--workers",
            "--capacity-resort",
            "--capacity-city",
            "--limit",
            "--jdbc-url",
            "--data",
            "--out");
  }

  private static void execute(TestSchema schema, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(schema.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int run(String... arguments) {
    return Replay.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
