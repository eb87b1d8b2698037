package io.travelsuite.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.program.Workers;
import io.travelsuite.examples.replay.Outcome.Cancelled;
import io.travelsuite.examples.replay.Outcome.Refused;
import io.travelsuite.examples.replay.Outcome.Waiting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first rows of the real trace on a real database. */
class SessionTest {

  private static final Trace TRACE = TraceReader.builtIn().first(2_000);

  /** So few that there is much to refuse in so few rows. */
  private static final Capacities CAPACITIES = new Capacities(40, 40);

  private final TestSchema schema = TestDatabase.shared().newSchema();

  @AfterEach
  void drop() {
    schema.close();
  }

  @Test
  void one_worker_gets_the_answers_of_the_simulation_row_by_row() {
    Ledger simulated = Simulation.of(TRACE, CAPACITIES);
    Ledger replayed = replay(TRACE, 1, "equal, row by row");

    for (TraceRow row : TRACE.rows()) {
      assertThat(replayed.outcome(row))
          .as("row %d", row.number())
          .isEqualTo(simulated.outcome(row));
    }
    assertThat(replayed.nights(Hotel.RESORT)).isEqualTo(simulated.nights(Hotel.RESORT));
    assertThat(replayed.count(Hotel.RESORT, Refused.class)).isGreaterThan(300);
    assertThat(replayed.count(Hotel.RESORT, Cancelled.class)).isGreaterThan(300);
  }

  @Test
  void many_workers_sell_no_room_twice_and_lose_no_row() {
    Ledger replayed = replay(TRACE, 8, "not compared: 8 workers keep no order");

    assertThat(replayed.mostTaken(Hotel.RESORT)).isEqualTo(CAPACITIES.resort());
    assertThat(replayed.count(Hotel.RESORT, Waiting.class)).isZero();
    assertThat(replayed.count(Hotel.RESORT, Refused.class)).isGreaterThan(300);
  }

  @Test
  void bookings_are_made_by_the_clock_of_the_trace() throws SQLException {
    Trace few = TRACE.first(100);
    Ledger replayed = replay(few, 4, "not compared: 4 workers keep no order");

    Map<String, LocalDate> expected = new HashMap<>();
    few.rows().stream()
        .filter(row -> replayed.isConfirmed(row) || replayed.outcome(row) instanceof Cancelled)
        .forEach(row -> expected.put("row-" + row.number(), row.bookedOn()));
    assertThat(createdOn()).hasSizeGreaterThan(50).isEqualTo(expected);
  }

  private Map<String, LocalDate> createdOn() throws SQLException {
    Map<String, LocalDate> dates = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(schema.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT booking_key, created_at FROM travel_booking")) {
      while (rows.next()) {
        String key = new String(rows.getBytes(1), StandardCharsets.US_ASCII);
        dates.put(key, LocalDate.parse(rows.getString(2).substring(0, 10)));
      }
    }
    return dates;
  }

  private Ledger replay(Trace trace, int count, String comparison) {
    try (Workers workers = new Workers(count);
        ProgramDatabase database = ProgramDatabase.of(schema.jdbcUrl(), count + 2)) {
      Session session = new Session(trace, new ReplaySettings(CAPACITIES, true), workers, database);
      Played played = session.play(new PrintWriter(new StringWriter()));
      Checked checked = session.check(played.ledger());
      assertThat(checked.problems()).isEmpty();
      assertThat(checked.drift()).isZero();
      assertThat(checked.simulation()).isEqualTo(comparison);
      return played.ledger();
    }
  }
}
