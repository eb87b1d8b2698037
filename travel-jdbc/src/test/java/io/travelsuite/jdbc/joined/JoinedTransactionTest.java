package io.travelsuite.jdbc.joined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Travel;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.NoSuchBooking;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library in a host's transaction. */
class JoinedTransactionTest {

  private static Fixture fixture;
  private static int lastOrder;

  private HostTransaction host;
  private int order;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    fixture.rows().update(HostTransaction.TABLE);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    host = HostTransaction.begin(fixture);
    order = ++lastOrder;
  }

  @AfterEach
  void end() throws SQLException {
    host.close();
  }

  private boolean orderStored() {
    return fixture.rows().number("SELECT COUNT(*) FROM host_order WHERE id = ?", order) == 1;
  }

  @Test
  void a_connection_with_autocommit_on_is_refused() throws SQLException {
    try (Connection connection = fixture.connect()) {
      assertThatThrownBy(() -> fixture.travel().joining(connection))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("setAutoCommit(false)");
    }
  }

  @Test
  void autocommit_turned_on_later_is_refused_before_anything_is_written() throws SQLException {
    OccurrenceId departure = fixture.open(1);
    host.connection().setAutoCommit(true);

    assertThatThrownBy(() -> host.travel().bookings().hold(HoldRequest.of(departure, 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fixture.taken(departure)).isZero();
    host.connection().setAutoCommit(false);
  }

  @Test
  void what_it_wrote_commits_with_the_hosts_rows() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    host.order(order);
    BookingId id = host.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow().id();
    assertThat(fixture.travel().bookings().find(id)).isEmpty();

    host.commit();

    assertThat(orderStored()).isTrue();
    assertThat(fixture.travel().bookings().find(id)).isPresent();
    assertThat(fixture.taken(departure)).isEqualTo(2);
    fixture.assertNoDrift(departure);
  }

  @Test
  void what_it_wrote_goes_with_the_hosts_rollback() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    host.order(order);
    BookingId id = host.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow().id();
    host.travel().bookings().confirm(id, "paid").orElseThrow();

    host.rollback();

    assertThat(orderStored()).isFalse();
    assertThat(fixture.travel().bookings().find(id)).isEmpty();
    assertThat(fixture.taken(departure)).isZero();
    String left = "SELECT COUNT(*) FROM travel_event WHERE aggregate_id = ?";
    assertThat(fixture.rows().number(left, id.value())).isZero();
    fixture.assertNoDrift(departure);
  }

  @Test
  void an_occurrence_that_the_host_took_back_was_never_there() throws SQLException {
    OccurrenceRequest request = fixture.request().pool(Fixture.POOL, 3);
    OccurrenceId departure = host.travel().inventory().open(request).orElseThrow().id();
    host.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
    host.rollback();

    assertThat(fixture.travel().inventory().find(departure)).isEmpty();
    assertThat(host.travel().inventory().find(departure)).isEmpty();
  }

  @Test
  void no_call_commits_rolls_back_closes_or_changes_the_connection() throws SQLException {
    List<String> before = session(host.connection());

    everyCall(fixture.travel().joining(GuardedConnection.around(host.connection())));

    assertThat(host.connection().isClosed()).isFalse();
    assertThat(session(host.connection())).isEqualTo(before);
    host.commit();
    fixture.assertNoDrift();
  }

  @Test
  void control_a_handle_that_is_closed_would_close_the_hosts_connection() {
    Connection guarded = GuardedConnection.around(host.connection());

    assertThatThrownBy(() -> Jdbi.open(guarded).close()).hasMessageContaining("close");
  }

  private static void everyCall(Travel travel) {
    OccurrenceRequest request = fixture.request().pool(Fixture.POOL, 9);
    travel.inventory().addOperator("acme", "Acme Tours");
    OccurrenceId departure = travel.inventory().open(request).orElseThrow().id();
    travel.inventory().open(request).orElseThrow();
    travel.inventory().close(departure);
    travel.inventory().reopen(departure);
    travel.inventory().resize(departure, Fixture.POOL, Capacity.of(8));
    travel.inventory().shrink(departure, Fixture.POOL, Capacity.of(7));
    travel.inventory().availability(departure);
    Bookings bookings = travel.bookings();
    bookings.hold(HoldRequest.of(departure, 100));
    bookings.release(bookings.hold(HoldRequest.of(departure, 1)).orElseThrow().id());
    BookingId id = bookings.hold(HoldRequest.of(departure, 2).key("all")).orElseThrow().id();
    bookings.hold(HoldRequest.of(departure, 2).key("all")).orElseThrow();
    bookings.extend(id, Duration.ofHours(1)).orElseThrow();
    bookings.change(id, Change.line(0, Line.of(departure, 3))).orElseThrow();
    bookings.confirm(id, "paid").orElseThrow();
    bookings.redeem(id, UnitSelection.of(1, 0)).orElseThrow();
    bookings.cancel(id, UnitSelection.of(1, 1)).orElseThrow();
    bookings.noShow(id);
    bookings.find(id);
    bookings.findByKey(fixture.operator().id(), "all");
    bookings.manifest(ManifestRequest.of(departure));
    bookings.sweepExpired(10);
    travel.integrity().verify(departure);
  }

  private static List<String> session(Connection connection) throws SQLException {
    String sql =
        """
        SELECT CONCAT_WS('|', @@autocommit, @@sql_mode, @@time_zone, @@collation_connection,
          @@innodb_lock_wait_timeout, DATABASE())
        """;
    List<String> session = Rows.texts(connection, sql);
    session.add("isolation " + connection.getTransactionIsolation());
    return session;
  }

  @Test
  void an_invalid_request_leaves_the_hosts_earlier_rows_alone() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    Bookings joined = host.travel().bookings();
    host.order(order);
    BookingId id = joined.hold(HoldRequest.of(departure, 2)).orElseThrow().id();
    joined.confirm(id, "paid").orElseThrow();

    assertThatThrownBy(() -> joined.cancel(id, UnitSelection.of(7, 0)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> joined.change(id, Change.line(9, Line.of(departure, 1))))
        .isInstanceOf(InvalidRequestException.class);
    host.commit();

    assertThat(orderStored()).isTrue();
    assertThat(fixture.taken(departure)).isEqualTo(2);
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_refusal_leaves_the_hosts_earlier_rows_alone() throws SQLException {
    OccurrenceId departure = fixture.open(1);
    host.order(order);

    assertThat(host.travel().bookings().hold(HoldRequest.of(departure, 2)))
        .isInstanceOf(SoldOut.class);
    assertThat(host.travel().bookings().cancel(new BookingId(new UUID(0, 1))))
        .isInstanceOf(NoSuchBooking.class);
    host.commit();

    assertThat(orderStored()).isTrue();
    assertThat(fixture.taken(departure)).isZero();
  }

  @Test
  void a_savepoint_of_the_hosts_undoes_the_calls_after_it() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    host.order(order);
    host.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
    Savepoint savepoint = host.connection().setSavepoint("mine");
    host.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();

    host.connection().rollback(savepoint);
    host.commit();

    assertThat(orderStored()).isTrue();
    assertThat(fixture.taken(departure)).isEqualTo(1);
    fixture.assertNoDrift(departure);
  }
}
