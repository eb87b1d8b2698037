package io.travelsuite.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.StorageException;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.integrity.Drift;
import io.travelsuite.integrity.RepairReport;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.RuntimeUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run-time user with no more than the grants that JdbcTravel asks for. */
class LeastPrivilegeTest {

  private static final int DENIED = 1142;

  private Fixture fixture;
  private RuntimeUser user;
  private HikariDataSource limited;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    user = RuntimeUser.on(fixture);
    grant();
    limited = user.pool(4);
  }

  @AfterEach
  void close() {
    limited.close();
    user.close();
    fixture.close();
  }

  private void grant() {
    List<String> tables =
        fixture
            .rows()
            .texts(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()");
    assertThat(tables).hasSizeGreaterThan(10).allMatch(table -> table.startsWith("travel_"));
    user.grantWhatIsNeeded();
  }

  @Test
  void it_can_do_all_that_the_library_does() {
    List<String> expected = Scenario.play(fixture.dataSource(), 1);

    assertThat(Scenario.play(limited, 2)).isEqualTo(expected);
  }

  @Test
  void it_can_verify_and_repair() {
    JdbcTravel travel = JdbcTravel.builder(limited).build();
    OccurrenceId departure = fixture.open(5);
    travel.bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
    fixture.rows().update("UPDATE travel_counter SET taken = 3");
    List<Drift> drift = travel.integrity().verify();

    RepairReport report = travel.integrity().repair(drift);

    assertThat(report.repaired()).hasSize(1).isEqualTo(drift);
    fixture.assertNoDrift();
  }

  @Test
  void it_can_join_a_transaction() throws SQLException {
    JdbcTravel travel = JdbcTravel.builder(limited).build();
    OccurrenceId departure = fixture.open(5);
    try (Connection host = limited.getConnection()) {
      host.setAutoCommit(false);
      travel.joining(host).bookings().hold(HoldRequest.of(departure, 2).key("k")).orElseThrow();
      travel.joining(host).bookings().hold(HoldRequest.of(departure, 9).key("l"));
      host.commit();
    }
    assertThat(fixture.taken(departure)).isEqualTo(2);
  }

  @Test
  void it_can_neither_change_nor_delete_an_audit_record() throws SQLException {
    fixture.open(5);
    try (Connection connection = limited.getConnection()) {
      for (String sql :
          List.of(
              "UPDATE travel_audit SET action = 'x'",
              "DELETE FROM travel_audit",
              "UPDATE travel_schema_history SET success = 0",
              "DROP TABLE travel_seat")) {
        assertThatThrownBy(() -> Rows.update(connection, sql))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(DENIED));
      }
    }
  }

  @Test
  void control_with_one_grant_less_a_hold_is_refused_for_good_and_nothing_is_kept() {
    OccurrenceId departure = fixture.open(5);
    JdbcTravel travel = JdbcTravel.builder(limited).build();
    String table = fixture.schema().name() + ".travel_audit";
    fixture.rows().update("REVOKE INSERT ON " + table + " FROM " + user.name() + "@'%'");

    assertThatThrownBy(() -> travel.bookings().hold(HoldRequest.of(departure, 1)))
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> {
              assertThat(e.retryable()).isFalse();
              assertThat(e).hasMessageContaining("1142");
            });
    assertThat(fixture.taken(departure)).isZero();
    fixture.assertNoDrift();
  }
}
