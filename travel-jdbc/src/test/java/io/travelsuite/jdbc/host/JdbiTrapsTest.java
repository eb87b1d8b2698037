package io.travelsuite.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.StorageException;
import io.travelsuite.Travel;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each trap of Jdbi, first avoided by the library and then sprung by Jdbi itself. */
class JdbiTrapsTest {

  private static Fixture fixture;

  private OccurrenceId departure;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    fixture.rows().update("CREATE TABLE host_order (id INT PRIMARY KEY)");
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void newDeparture() {
    departure = fixture.open(5);
    fixture.rows().update("DELETE FROM host_order");
  }

  private static long orders() {
    return fixture.rows().number("SELECT COUNT(*) FROM host_order");
  }

  private static HikariDataSource poolWithoutAutoCommit() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(fixture.schema().jdbcUrl());
    config.setMaximumPoolSize(2);
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  private static Connection transaction() throws SQLException {
    Connection connection = fixture.connect();
    connection.setAutoCommit(false);
    return connection;
  }

  @Test
  void a_pool_without_autocommit_loses_nothing() {
    try (HikariDataSource pool = poolWithoutAutoCommit()) {
      JdbcTravel travel = JdbcTravel.builder(pool).build();
      OccurrenceId opened =
          travel.inventory().open(fixture.request().pool("p", 3)).orElseThrow().id();
      BookingId id = travel.bookings().hold(HoldRequest.of(opened, 2)).orElseThrow().id();
      travel.bookings().confirm(id, "paid").orElseThrow();

      assertThat(fixture.travel().bookings().find(id)).isEqualTo(travel.bookings().find(id));
    }
    fixture.assertNoDrift();
  }

  @Test
  void control_a_transaction_of_jdbis_in_such_a_pool_loses_the_write() {
    try (HikariDataSource pool = poolWithoutAutoCommit()) {
      Jdbi.create(pool)
          .useTransaction(handle -> handle.execute("INSERT INTO host_order VALUES (1)"));
    }
    assertThat(orders()).isZero();
  }

  @Test
  void a_failure_that_the_host_swallows_leaves_none_of_the_calls_rows() throws SQLException {
    fixture.rows().update("RENAME TABLE travel_audit TO elsewhere");
    try (Connection host = transaction()) {
      Travel joined = fixture.travel().joining(host);
      Rows.update(host, "INSERT INTO host_order VALUES (1)");

      assertThatThrownBy(() -> joined.bookings().hold(HoldRequest.of(departure, 2)))
          .isInstanceOf(StorageException.class);
      host.commit();
    } finally {
      fixture.rows().update("RENAME TABLE elsewhere TO travel_audit");
    }
    assertThat(orders()).isEqualTo(1);
    String lines = "SELECT COUNT(*) FROM travel_line WHERE occurrence_id = ?";
    assertThat(fixture.rows().number(lines, departure.value())).isZero();
    assertThat(fixture.taken(departure)).isZero();
    fixture.assertNoDrift();
  }

  @Test
  void control_an_inner_transaction_of_jdbis_that_failed_and_was_swallowed_is_committed()
      throws SQLException {
    try (Connection host = transaction();
        Handle handle = Jdbi.create(host).open()) {
      handle.begin();
      assertThatThrownBy(() -> handle.useTransaction(JdbiTrapsTest::writeAndFail))
          .isInstanceOf(IllegalStateException.class);
      handle.commit();
    }
    assertThat(orders()).isEqualTo(1);
  }

  private static void writeAndFail(Handle handle) {
    handle.execute("INSERT INTO host_order VALUES (1)");
    throw new IllegalStateException("after the first row");
  }

  @Test
  void joined_and_own_calls_do_not_mix() throws SQLException {
    BookingId joined;
    BookingId own;
    try (Connection host = transaction()) {
      OccurrenceId other = fixture.open(5);
      Travel travel = fixture.travel().joining(host);
      joined = travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow().id();
      own = fixture.travel().bookings().hold(HoldRequest.of(other, 1)).orElseThrow().id();
      assertThat(fixture.travel().bookings().find(joined)).isEmpty();
      assertThat(travel.bookings().find(joined)).isPresent();
      host.rollback();
    }
    assertThat(fixture.travel().bookings().find(joined)).isEmpty();
    assertThat(fixture.travel().bookings().find(own)).isPresent();
    fixture.assertNoDrift();
  }

  @Test
  void control_a_second_jdbi_does_not_join_the_transaction_of_the_first() {
    Jdbi outer = Jdbi.create(fixture.dataSource());
    Jdbi inner = Jdbi.create(fixture.dataSource());
    outer.useTransaction(
        handle -> {
          inner.useHandle(other -> other.execute("INSERT INTO host_order VALUES (1)"));
          handle.rollback();
        });
    assertThat(orders()).isEqualTo(1);
  }

  @Test
  void the_hosts_connection_stays_open() throws SQLException {
    try (Connection host = transaction()) {
      Travel joined = fixture.travel().joining(host);
      BookingId id = joined.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow().id();
      joined.bookings().find(id);
      assertThatThrownBy(() -> joined.inventory().addOperator("", "nameless"));

      assertThat(host.isClosed()).isFalse();
      assertThat(host.getAutoCommit()).isFalse();
      host.commit();
    }
    assertThat(fixture.taken(departure)).isEqualTo(1);
  }

  @Test
  void control_a_handle_of_jdbis_closes_the_hosts_connection() throws SQLException {
    try (Connection host = transaction()) {
      Jdbi.open(host).close();
      assertThat(host.isClosed()).isTrue();
    }
  }
}
