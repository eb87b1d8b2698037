package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Combined calls while somebody's transaction keeps a departure. */
class CombiningLockedTest {

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static JdbcTravel travel(Combining combining) {
    return JdbcTravel.builder(fixture.schema().dataSource(6)).combining(combining).build();
  }

  private static JdbcTravel patient(DataSource pool) {
    Combining lane = new Combining(2, 256, 100, Duration.ofMinutes(1));
    return JdbcTravel.builder(pool).combining(lane).build();
  }

  private static Connection lock(OccurrenceId departure) throws SQLException {
    return CombiningBatchTest.lock(fixture, departure);
  }

  @Test
  void one_departure_that_a_host_keeps_stalls_nobody_else() throws SQLException {
    OccurrenceId kept = fixture.open(100);
    OccurrenceId free = fixture.open(1_000);
    List<OccurrenceId> more = fixture.openMany(8, 100);
    JdbcTravel travel = travel(Combining.DEFAULT);
    Callers<HoldResult> atKept = new Callers<>();
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      fixture.travel().joining(host).bookings().hold(HoldRequest.of(kept, 1)).orElseThrow();
      for (int i = 0; i < 16; i++) {
        atKept.call(() -> travel.bookings().hold(HoldRequest.of(kept, 1)));
      }
      fixture.lockWaits().await(1);

      List<HoldResult> atFree = Race.run(64, n -> travel.bookings().hold(HoldRequest.of(free, 1)));
      List<HoldResult> atMore =
          Race.run(64, n -> travel.bookings().hold(HoldRequest.of(more.get(n % 8), 1)));

      assertThat(atFree).hasOnlyElementsOfType(Held.class);
      assertThat(atMore).hasOnlyElementsOfType(Held.class);
      atKept.assertNoneAnswered();
      host.commit();
    }
    assertThat(atKept.answers()).hasOnlyElementsOfType(Held.class);
    assertThat(fixture.taken(kept)).isEqualTo(17);
    assertThat(fixture.taken(free)).isEqualTo(64);
    fixture.assertNoDrift();
  }

  @Test
  void sold_out_is_answered_while_somebody_keeps_the_departure_and_writes_nothing()
      throws SQLException {
    OccurrenceId departure = fixture.open(2);
    JdbcTravel travel = travel(Combining.DEFAULT);
    HoldRequest kept = HoldRequest.of(departure, 2).key("kept");
    HoldRequest late = HoldRequest.of(departure, 1);
    Booking booking = travel.bookings().hold(kept).orElseThrow();
    assertThat(travel.bookings().hold(late)).isInstanceOf(SoldOut.class);
    long events = fixture.rows().number("SELECT COUNT(*) FROM travel_event");
    try (Connection host = lock(departure)) {
      List<HoldResult> refused = Race.run(64, n -> travel.bookings().hold(late));

      assertThat(refused).hasOnlyElementsOfType(SoldOut.class);
      assertThat(travel.bookings().hold(kept)).isEqualTo(new Held(booking, true));
      host.rollback();
    }
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_event")).isEqualTo(events);
  }

  @Test
  void one_too_many_is_told_to_come_back_at_once() throws SQLException {
    OccurrenceId departure = fixture.open(10);
    JdbcTravel travel = travel(new Combining(2, 256, 1, Duration.ofMinutes(1)));
    Callers<HoldResult> callers = new Callers<>();
    try (Connection host = lock(departure)) {
      callers.call(() -> travel.bookings().hold(HoldRequest.of(departure, 1)));
      fixture.lockWaits().await(1);
      callers.queue(() -> travel.bookings().hold(HoldRequest.of(departure, 1)));

      assertThat(travel.bookings().hold(HoldRequest.of(departure, 1))).isInstanceOf(Busy.class);

      callers.assertNoneAnswered();
      host.rollback();
    }
    assertThat(callers.answers()).hasOnlyElementsOfType(Held.class);
    assertThat(fixture.taken(departure)).isEqualTo(2);
  }

  @Test
  void one_that_waited_too_long_is_told_to_come_back_and_takes_nothing() throws SQLException {
    OccurrenceId departure = fixture.open(10);
    JdbcTravel travel = travel(new Combining(2, 256, 100, Duration.ofMillis(50)));
    Callers<HoldResult> callers = new Callers<>();
    try (Connection host = lock(departure)) {
      callers.call(() -> travel.bookings().hold(HoldRequest.of(departure, 1)));
      fixture.lockWaits().await(1);

      assertThat(travel.bookings().hold(HoldRequest.of(departure, 1))).isInstanceOf(Busy.class);

      host.rollback();
    }
    assertThat(callers.answers()).hasOnlyElementsOfType(Held.class);
    assertThat(fixture.taken(departure)).isEqualTo(1);
  }

  @Test
  void an_interrupt_of_the_leader_is_not_the_trouble_of_those_it_leads() throws SQLException {
    OccurrenceId departure = fixture.open(1_000);
    HikariDataSource pool = fixture.schema().dataSource(1);
    Turns turns = new Turns(pool);
    JdbcTravel travel = patient(turns.dataSource());
    HoldRequest request = HoldRequest.of(departure, 1);
    travel.bookings().hold(request).orElseThrow();
    Callers<HoldResult> others = new Callers<>();
    Callers<Boolean> leading = new Callers<>();
    Callers<Connection> borrower = new Callers<>();
    try (Connection host = lock(departure)) {
      others.call(() -> travel.bookings().hold(request));
      fixture.lockWaits().await(1);
      Callers.Caller<Boolean> leader = leading.queue(() -> heldAndInterrupted(travel, request));
      turns.second = leader.thread();
      others.queue(() -> travel.bookings().hold(request));
      borrower.call(turns::borrowFirst);
      Callers.await(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);
      host.rollback(); // the first is done, the borrower has the connection, the leader waits
      try (Connection borrowed = borrower.answers().get(0)) {
        Callers.await(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);
        leader.thread().interrupt();
        Callers.await(() -> !leader.thread().isInterrupted());
        assertThat(borrowed.isValid(1)).isTrue();
      }
    }
    assertThat(others.answers()).hasOnlyElementsOfType(Held.class);
    assertThat(leading.answers()).containsExactly(true);
  }

  /** A pool that one thread asks only after a borrower was served: else it may overtake him. */
  private static final class Turns {

    private final DataSource pool;
    private final CountDownLatch borrowed = new CountDownLatch(1);
    private volatile Thread second;

    private Turns(DataSource pool) {
      this.pool = pool;
    }

    private Connection borrowFirst() throws SQLException {
      Connection connection = pool.getConnection();
      borrowed.countDown();
      return connection;
    }

    private DataSource dataSource() {
      return (DataSource)
          Proxy.newProxyInstance(
              Turns.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> {
                if (Thread.currentThread() == second) {
                  borrowed.await();
                }
                try {
                  return method.invoke(pool, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  private static boolean heldAndInterrupted(JdbcTravel travel, HoldRequest request) {
    HoldResult result = travel.bookings().hold(request);
    return result instanceof Held && Thread.interrupted();
  }

  @Test
  void control_the_counter_itself_refuses_a_batch_written_without_the_guard() {
    OccurrenceId departure = fixture.open(3);
    fixture.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();

    assertThatThrownBy(
            () ->
                fixture
                    .rows()
                    .update(
                        "UPDATE travel_counter SET taken = taken + 2 WHERE occurrence_id = ?",
                        departure.value()))
        .hasRootCauseInstanceOf(SQLException.class)
        .rootCause()
        .hasFieldOrPropertyWithValue("errorCode", fixture.database().isMariaDb() ? 4025 : 3819);
  }
}
