package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.travelsuite.StorageException;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection is cut at the COMMIT of a host's transaction. */
class HostCommitCutTest extends CutSuite {

  private static final String COUNT = "SELECT COUNT(*) FROM host_note";

  private static HostTransactions transactions;

  @BeforeAll
  static void open() {
    fixture.rows().update("CREATE TABLE host_note (id INT AUTO_INCREMENT PRIMARY KEY)");
    transactions = HostTransactions.of(JdbcTravel.builder(pool).build());
  }

  @BeforeEach
  void empty() {
    fixture.rows().update("DELETE FROM host_note");
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void the_hosts_row_and_the_booking_are_there_exactly_once(Cut cut) {
    OccurrenceId departure = fixture.open(5);
    proxy.cutNext(cut);

    transactions.run(
        (connection, joined) -> {
          Rows.update(connection, "INSERT INTO host_note VALUES ()");
          return joined.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
        });

    assertThat(fixture.rows().number(COUNT)).isOne();
    assertThat(fixture.taken(departure)).isOne();
    fixture.assertNoDrift(departure);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void without_a_trace_of_the_library_the_outcome_is_unknown_and_nothing_is_repeated(Cut cut) {
    proxy.cutNext(cut);

    StorageException unknown =
        catchThrowableOfType(
            StorageException.class,
            () ->
                transactions.run(
                    (connection, joined) ->
                        Rows.update(connection, "INSERT INTO host_note VALUES ()")));

    assertThat(unknown.retryable()).isFalse();
    assertThat(unknown).hasMessageContaining("COMMIT");
    assertThat(fixture.rows().number(COUNT)).isEqualTo(cut == Cut.AFTER_COMMIT ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(names = "AFTER_COMMIT")
  void control_a_host_that_takes_a_cut_for_failure_writes_its_row_twice(Cut cut) throws Exception {
    proxy.cutNext(cut);
    for (int tries = 0; tries < 2; tries++) {
      try (java.sql.Connection connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        Rows.update(connection, "INSERT INTO host_note VALUES ()");
        connection.commit();
        break;
      } catch (java.sql.SQLException e) {
        assertThat(tries).isZero();
      }
    }
    assertThat(fixture.rows().number(COUNT)).isEqualTo(2);
  }
}
