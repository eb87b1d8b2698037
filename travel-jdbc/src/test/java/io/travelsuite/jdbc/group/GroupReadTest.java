package io.travelsuite.jdbc.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ConfirmResult;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What one node of a group has committed, another may not have applied yet. */
@EnabledIfEnvironmentVariable(named = Group.URLS, matches = "(?s).+")
class GroupReadTest {

  private static final int PATIENCE_SECONDS = 30;

  private static Group group;
  private static JdbcTravel first;
  private static JdbcTravel second;
  private static JdbcTravel third;

  @BeforeAll
  static void open() {
    group = Group.open();
    first = group.travel(1, 2);
    second = group.travel(2, 2);
    third = group.travel(3, 2);
  }

  @AfterAll
  static void close() {
    group.close();
  }

  @Test
  void what_is_held_on_one_node_is_confirmed_through_another_and_found_through_a_third() {
    OccurrenceId occurrence = group.fixture().open(100);
    for (int i = 0; i < 100; i++) {
      BookingId id = first.bookings().hold(HoldRequest.of(occurrence, 1)).orElseThrow().id();

      ConfirmResult confirmed = second.bookings().confirm(id, "paid");

      assertThat(confirmed).isInstanceOf(Confirmed.class);
      assertThat(third.bookings().find(id))
          .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(BookingState.CONFIRMED));
    }
  }

  @Test
  void what_is_opened_on_one_node_is_held_through_another_at_once() {
    for (int i = 0; i < 20; i++) {
      OccurrenceId occurrence = group.fixture().open(1);

      assertThat(second.bookings().hold(HoldRequest.of(occurrence, 1)).orElseThrow().state())
          .isEqualTo(BookingState.HELD);
    }
  }

  @Test
  void a_node_that_lags_is_waited_for() throws Exception {
    OccurrenceId occurrence = group.fixture().open(1);
    try (Connection lagging = lag(3)) {
      BookingId id = first.bookings().hold(HoldRequest.of(occurrence, 1)).orElseThrow().id();
      CompletableFuture<Optional<Booking>> found =
          CompletableFuture.supplyAsync(() -> third.bookings().find(id));
      CompletableFuture<ConfirmResult> confirmed =
          CompletableFuture.supplyAsync(() -> third.bookings().confirm(id, "paid"));

      awaitWaiting(lagging, 2);
      catchUp(lagging);

      assertThat(found.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isPresent();
      assertThat(confirmed.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Confirmed.class);
    }
  }

  @Test
  void control_a_plain_read_on_a_node_that_lags_finds_nothing() throws Exception {
    OccurrenceId occurrence = group.fixture().open(1);
    try (Connection lagging = lag(3)) {
      BookingId id = first.bookings().hold(HoldRequest.of(occurrence, 1)).orElseThrow().id();

      assertThat(plainCount(id)).isZero();
      catchUp(lagging);
    }
  }

  /** Makes a node apply nothing of what others commit, until it catches up or is closed. */
  private static Connection lag(int node) throws SQLException {
    Connection connection = DriverManager.getConnection(group.url(node));
    execute(connection, "FLUSH TABLES WITH READ LOCK");
    return connection;
  }

  private static void catchUp(Connection lagging) throws SQLException {
    execute(lagging, "UNLOCK TABLES");
  }

  private static long plainCount(BookingId id) throws SQLException {
    try (Connection connection = DriverManager.getConnection(group.url(3))) {
      String sql = "SELECT COUNT(*) FROM travel_booking WHERE id = ?";
      return Rows.number(connection, sql, id.value());
    }
  }

  /** Returns when so many transactions wait for the node to catch up. */
  private static void awaitWaiting(Connection lagging, int transactions) {
    Awaitility.await("transactions that wait for the group")
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .until(
            () ->
                Rows.number(
                        lagging,
                        """
                        SELECT COUNT(*) FROM information_schema.processlist
                        WHERE db = DATABASE() AND state = 'Executing hook on transaction begin.'
                        """)
                    == transactions);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
