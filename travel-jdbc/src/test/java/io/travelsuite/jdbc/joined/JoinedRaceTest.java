package io.travelsuite.jdbc.joined;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.StorageException;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that join race for the last units, each with rows of its own. */
class JoinedRaceTest {

  private static final int THREADS = 32;

  private static Fixture fixture;
  private static DataSource pool;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    fixture.rows().update(HostTransaction.TABLE);
    pool = fixture.schema().dataSource(THREADS);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ})
  void each_unit_is_sold_once_and_with_the_hosts_row(int isolation) {
    OccurrenceId there = fixture.open(40);
    OccurrenceId back = fixture.open(45);
    Line[] trip = {Line.of(there, 1), Line.of(back, 1)};
    Line[] backwards = {Line.of(back, 1), Line.of(there, 1)};
    fixture.rows().update("DELETE FROM host_order");

    Race.run(
        THREADS,
        number -> {
          int order = number * 1_000;
          while (sold(++order, isolation, number % 2 == 0 ? trip : backwards)) {}
          return order;
        });

    assertThat(fixture.taken(there)).isEqualTo(40);
    assertThat(fixture.taken(back)).isEqualTo(40);
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM host_order")).isEqualTo(40);
    fixture.assertNoDrift(there, back);
  }

  /** One transaction of a host's, restarted when it is told so. */
  private static boolean sold(int order, int isolation, Line... lines) throws SQLException {
    while (true) {
      try (Connection connection = pool.getConnection()) {
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
        try {
          return sold(connection, order, lines);
        } catch (StorageException e) {
          assertThat(e.retryable()).isTrue();
          connection.rollback();
        }
      }
    }
  }

  private static boolean sold(Connection connection, int order, Line... lines) throws SQLException {
    Rows.update(connection, "INSERT INTO host_order VALUES (?, 0)", order);
    HoldRequest request = HoldRequest.of(List.of(lines)).key("order-" + order);
    HoldResult result = fixture.travel().joining(connection).bookings().hold(request);
    if (result instanceof Held) {
      connection.commit();
    } else {
      connection.rollback();
    }
    return result instanceof Held;
  }
}
