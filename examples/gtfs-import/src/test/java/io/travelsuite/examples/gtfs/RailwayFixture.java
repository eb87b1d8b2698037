package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.examples.program.Workers;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.jdbc.JdbcTravel;
import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** A railway whose timetable is on sale in a database of its own. */
final class RailwayFixture implements AutoCloseable {

  /** The week around the clock change of spring. */
  static final LocalDate FIRST = LocalDate.of(2022, 3, 10);

  static final LocalDate LAST = LocalDate.of(2022, 3, 16);

  private final TestSchema schema = TestDatabase.shared().newSchema();
  private final Workers workers = new Workers(4);
  private final DataSource dataSource = schema.dataSource(6);
  private final Plan plan;
  private final JdbcTravel travel;
  private Imported imported;

  RailwayFixture(Timetable timetable, LocalDate first, LocalDate last) {
    JdbcTravel.migrate(dataSource);
    plan = Plan.of(timetable, first, last);
    travel = JdbcTravel.builder(dataSource).clock(plan.clock()).build();
    imported = put(timetable);
  }

  /** The built-in feed on some days. */
  static RailwayFixture of(LocalDate first, LocalDate last) {
    return new RailwayFixture(Timetable.of(FeedReader.builtIn()), first, last);
  }

  /** Puts a timetable on sale, which may be another. */
  Imported put(Timetable timetable) {
    try (Progress progress = quiet()) {
      imported =
          new Importer(travel, timetable, workers)
              .put(timetable.series(plan.first(), plan.last()), progress);
      return imported;
    }
  }

  Imported imported() {
    return imported;
  }

  Plan plan() {
    return plan;
  }

  JdbcTravel travel() {
    return travel;
  }

  Workers workers() {
    return workers;
  }

  StoredRows rows() {
    return new StoredRows(dataSource);
  }

  Catalogue catalogue() {
    return Catalogue.of(plan.departures(), imported, travel.inventory());
  }

  /** The first departure of a trip on a service day. */
  Run run(String trip, LocalDate date) {
    return catalogue().runs().stream()
        .filter(run -> run.departure().tripId().equals(trip))
        .filter(run -> run.departure().serviceDate().equals(date))
        .findFirst()
        .orElseThrow();
  }

  Occurrence occurrence(Run run) {
    return travel.inventory().find(run.id()).orElseThrow();
  }

  /** All that was ever written about departures: what changes one adds to it. */
  List<Long> history() throws SQLException {
    return List.of(
        count("SELECT COUNT(*) FROM travel_event"),
        count("SELECT COUNT(*) FROM travel_audit"),
        count("SELECT COUNT(*) FROM travel_occurrence"),
        count("SELECT COUNT(*) FROM travel_counter"),
        count("SELECT SUM(version) FROM travel_schedule"));
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static Progress quiet() {
    return new Progress("", 1, new PrintWriter(Writer.nullWriter()));
  }

  @Override
  public void close() {
    workers.close();
    schema.close();
  }
}
