package io.travelsuite.jdbc.joined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.travelsuite.StorageException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Transactions that the library runs for its host, or restarts. */
class HostTransactionsTest extends HostSuite {

  private static final int DEADLOCK = 1213;
  private static final int LOCK_WAIT = 1205;
  private static final int LOST = 2013;

  private static HostTransactions transactions;

  @BeforeAll
  static void open() {
    transactions = HostTransactions.of(fixture.travel());
  }

  private void order(Connection connection) throws SQLException {
    Rows.update(connection, "INSERT INTO host_order VALUES (?, 0)", order);
  }

  @Test
  void the_hosts_row_and_the_booking_commit_together() {
    BookingId id =
        transactions.run(
            (connection, joined) -> {
              order(connection);
              return joined.bookings().hold(HoldRequest.of(departure, 2)).orElseThrow().id();
            });

    assertThat(orders()).isOne();
    assertThat(fixture.travel().bookings().find(id)).isPresent();
    fixture.assertNoDrift(departure);
  }

  @Test
  void what_the_work_throws_undoes_both_and_comes_out_as_it_is() {
    IllegalStateException thrown = new IllegalStateException("the card", new SQLException("no"));

    assertThatThrownBy(
            () ->
                transactions.run(
                    (connection, joined) -> {
                      order(connection);
                      joined.bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
                      throw thrown;
                    }))
        .isSameAs(thrown);

    assertThat(orders()).isZero();
    assertThat(fixture.taken(departure)).isZero();
  }

  @Test
  void control_the_librarys_own_transaction_stays_when_the_hosts_is_undone() {
    assertThatThrownBy(
        () ->
            transactions.run(
                (connection, joined) -> {
                  order(connection);
                  fixture.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
                  throw new IllegalStateException("the card");
                }));

    assertThat(orders()).isZero();
    assertThat(fixture.taken(departure)).isEqualTo(2);
  }

  @Test
  void a_refusal_is_a_value_and_the_host_may_commit_without_the_booking() {
    Object answer =
        transactions.run(
            (connection, joined) -> {
              order(connection);
              return joined.bookings().hold(HoldRequest.of(departure, 6));
            });

    assertThat(answer).isInstanceOf(SoldOut.class);
    assertThat(orders()).isOne();
  }

  @Test
  void after_a_deadlock_all_of_it_runs_again() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (Stranger stranger = Stranger.begin(fixture)) {
      transactions.run(
          (connection, joined) -> {
            if (tries.incrementAndGet() == 1) {
              order(connection);
              stranger.lockCounter(departure);
              stranger.beHeavy();
              stranger.wantOrder(order);
            } else {
              stranger.letGo();
              order(connection);
            }
            return joined.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
          });
    }
    assertThat(tries).hasValue(2);
    assertThat(orders()).isOne();
    assertThat(fixture.taken(departure)).isOne();
    fixture.assertNoDrift(departure);
  }

  @Test
  void what_only_the_library_may_do_with_the_connection_is_refused() {
    for (Ending ending :
        new Ending[] {
          Connection::commit,
          Connection::rollback,
          Connection::close,
          connection -> connection.setAutoCommit(true),
          Connection::setSavepoint
        }) {
      assertThatThrownBy(
              () ->
                  transactions.run(
                      (connection, joined) -> {
                        order(connection);
                        ending.of(connection);
                        return true;
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(orders()).isZero();
    }
  }

  @Test
  void the_connection_that_it_lends_is_equal_to_itself() {
    boolean itself =
        transactions.run((connection, joined) -> Set.of(connection).contains(connection));

    assertThat(itself).isTrue();
  }

  /** What a host may not do. */
  private interface Ending {
    void of(Connection connection) throws SQLException;
  }

  @Test
  void it_has_the_isolation_of_the_hosts_sessions() {
    String readCommitted =
        fixture.database().isMariaDb()
            ? "tx_isolation='READ-COMMITTED'"
            : "transaction_isolation='READ-COMMITTED'";
    JdbcTravel another =
        JdbcTravel.builder(fixture.schema().dataSource(1, "sessionVariables=" + readCommitted))
            .build();

    boolean there =
        HostTransactions.of(another).run((connection, joined) -> isSnapshot(connection));
    boolean here = transactions.run((connection, joined) -> isSnapshot(connection));

    assertThat(there).isFalse();
    assertThat(here).isTrue();
  }

  /** Whether a plain read sees the database as it was. */
  private boolean isSnapshot(Connection connection) throws SQLException {
    String sql = "SELECT COUNT(*) FROM host_order";
    long before = Rows.number(connection, sql);
    fixture.rows().update("INSERT INTO host_order VALUES (?, 0)", nextOrder());
    return Rows.number(connection, sql) == before;
  }

  @Test
  void what_the_database_refuses_is_no_reason_to_try_again() {
    AtomicInteger tries = new AtomicInteger();
    StorageException refused =
        catchThrowableOfType(
            StorageException.class,
            () ->
                transactions.run(
                    (connection, joined) -> {
                      tries.incrementAndGet();
                      order(connection);
                      order(connection);
                      return true;
                    }));

    assertThat(refused.retryable()).isFalse();
    assertThat(refused).hasMessageContaining("1062");
    assertThat(tries).hasValue(1);
    assertThat(orders()).isZero();
  }

  /** Fails so often, as a framework tells it. */
  private static Supplier<Integer> failing(int times, int code, AtomicInteger tries) {
    return () -> {
      if (tries.incrementAndGet() <= times) {
        SQLException atDatabase = new SQLException("no", "40001", code);
        throw new IllegalStateException("as a framework wraps it", atDatabase);
      }
      return tries.get();
    };
  }

  @Test
  void a_frameworks_transaction_is_restarted_after_a_deadlock_or_a_long_wait() {
    assertThat(transactions.restarting(failing(2, DEADLOCK, new AtomicInteger()))).isEqualTo(3);
    assertThat(transactions.restarting(failing(2, LOCK_WAIT, new AtomicInteger()))).isEqualTo(3);
  }

  @Test
  void a_frameworks_transaction_that_may_have_been_committed_is_not_repeated() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(() -> transactions.restarting(failing(1, LOST, tries)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(tries).hasValue(1);
  }

  @Test
  void what_is_no_failure_of_the_database_is_not_repeated() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                transactions.restarting(
                    () -> {
                      tries.incrementAndGet();
                      throw new UncheckedIOException(new java.io.IOException("no network"));
                    }))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(tries).hasValue(1);
  }

  @Test
  void it_gives_up_after_the_librarys_patience() {
    HostTransactions hasty =
        HostTransactions.of(
            JdbcTravel.builder(fixture.dataSource()).retryFor(Duration.ofMillis(20)).build());

    StorageException tired =
        catchThrowableOfType(
            StorageException.class,
            () -> hasty.restarting(failing(Integer.MAX_VALUE, DEADLOCK, new AtomicInteger())));

    assertThat(tired.retryable()).isTrue();
  }
}
