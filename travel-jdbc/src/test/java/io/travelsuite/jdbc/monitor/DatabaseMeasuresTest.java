package io.travelsuite.jdbc.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class DatabaseMeasuresTest {

  private static final String LOCK =
      "SELECT taken FROM travel_counter WHERE occurrence_id = ? FOR UPDATE";

  private record Levels(Map<String, Double> values) implements Metrics {

    @Override
    public void count(Metric metric, long more) {
      throw new AssertionError();
    }

    @Override
    public void time(Metric metric, Duration took) {
      throw new AssertionError();
    }

    @Override
    public void gauge(Metric metric, double value) {
      values.put(metric.name(), value);
    }
  }

  private static Map<String, Double> measured(Fixture fixture) throws SQLException {
    Map<String, Double> values = new ConcurrentHashMap<>();
    new DatabaseMeasures(fixture.dataSource(), new Levels(values)).measure();
    return values;
  }

  /** One transaction holds a row, another waits for it until it gives up. */
  private static void makeSomebodyWait(Fixture fixture, OccurrenceId departure)
      throws SQLException {
    try (Connection first = fixture.connect();
        Connection second = fixture.connect("sessionVariables=innodb_lock_wait_timeout=1")) {
      first.setAutoCommit(false);
      assertThat(Rows.texts(first, LOCK, departure.value())).hasSize(1);
      try {
        Rows.texts(second, LOCK, departure.value());
        throw new AssertionError("it did not wait");
      } catch (SQLException lockWait) {
        assertThat(lockWait.getErrorCode()).isEqualTo(1205);
      }
      first.rollback();
    }
  }

  @Test
  void connections_slow_queries_and_waits_for_locks_are_told() throws SQLException {
    try (Fixture fixture = Fixture.create()) {
      OccurrenceId departure = fixture.open(5);
      Map<String, Double> before = measured(fixture);
      assertThat(before)
          .containsKeys("travel.database.running", "travel.database.lock-wait-seconds");
      assertThat(before.get("travel.database.connections"))
          .isBetween(1.0, before.get("travel.database.connections-allowed"));
      makeSomebodyWait(fixture, departure);
      try (Connection slow = fixture.connect("sessionVariables=long_query_time=0")) {
        Rows.texts(slow, "SELECT SLEEP(0.01)");
      }
      Map<String, Double> after = measured(fixture);
      String waits = "travel.database.lock-waits";
      assertThat(after.get(waits)).isGreaterThan(before.get(waits));
      String slow = "travel.database.slow-queries";
      assertThat(after.get(slow)).isGreaterThan(before.get(slow));
    }
  }
}
