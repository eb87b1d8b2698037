package io.travelsuite.benchmarks.search;

import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/**
 * Future departures with bookings, stored by multi-row statements; as consistent as if the library
 * had written them, without events.
 */
public final class SearchWorld {

  private final DataSource dataSource;
  private final JdbcTravel travel;
  private final Scale scale;
  private final Timetable timetable = new Timetable();

  /** In an empty schema, which it migrates. */
  public SearchWorld(DataSource dataSource, Scale scale) {
    this.dataSource = dataSource;
    this.scale = scale;
    JdbcTravel.migrate(dataSource);
    travel = JdbcTravel.builder(dataSource).build();
  }

  public JdbcTravel travel() {
    return travel;
  }

  /** Random requests of its departures; the same for one seed. */
  public Questions questions(long seed) {
    return new Questions(timetable, new Random(seed));
  }

  /** Stores departures and prices; tells the day it is at. */
  public void open(IntConsumer progress) {
    timetable.open(travel, scale);
    byte[] last = last();
    run(Copies.prices(), last);
    run(Copies.layoutsInUse(), last);
    for (int day = 1; day < Scale.DAYS; day++) {
      run(Copies.occurrences(day), last);
      run(Copies.counters(day), last);
      progress.accept(day);
    }
    analyze();
  }

  /** Stores five bookings for each departure but the first day's; tells the day it is at. */
  public void book(IntConsumer progress) {
    byte[] last = firstDaysLast();
    for (int day = 1; day < Scale.DAYS; day++) {
      run(Copies.bookings(day, scale.products()), last);
      run(Copies.lines(day), last);
      run(Copies.holds(day), last);
      progress.accept(day);
    }
    analyze();
  }

  private byte[] last() {
    return id("SELECT MAX(id) FROM travel_occurrence");
  }

  private byte[] firstDaysLast() {
    LocalDate second = Timetable.FIRST.plusDays(1);
    return id(
        "SELECT MAX(id) FROM travel_occurrence FORCE INDEX (travel_occurrence_run)"
            + " WHERE local_start < '"
            + second
            + "'");
  }

  private byte[] id(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return Objects.requireNonNull(rows.getBytes(1));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void run(String sql, byte[] last) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, last);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void analyze() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ANALYZE TABLE travel_occurrence, travel_counter, travel_hold, travel_line");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
