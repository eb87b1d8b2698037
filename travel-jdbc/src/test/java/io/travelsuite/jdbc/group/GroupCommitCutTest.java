package io.travelsuite.jdbc.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.crash.Act;
import io.travelsuite.jdbc.crash.ArmedCut;
import io.travelsuite.jdbc.crash.CommitProxy;
import io.travelsuite.jdbc.crash.Cut;
import io.travelsuite.jdbc.crash.Intercepted;
import io.travelsuite.jdbc.crash.NaiveHost;
import io.travelsuite.jdbc.crash.Pools;
import io.travelsuite.jdbc.crash.Seller;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection to node 1 is cut at COMMIT, and what can be reached from then on is node 2. */
@EnabledIfEnvironmentVariable(named = Group.URLS, matches = "(?s).+")
class GroupCommitCutTest {

  private static final int PATIENCE_SECONDS = 60;

  /** The first is the one that is cut. */
  private static final int COMMIT_OF_READING_BACK = 2;

  private static final int COMMIT_OF_THE_RETRY = 3;

  private static Group group;
  private static JdbcTravel direct;
  private CommitProxy proxy;
  private HikariDataSource pool;
  private volatile ArmedCut armed;

  @BeforeAll
  static void openGroup() {
    group = Group.open();
    direct = group.travel(3, 2);
  }

  @AfterAll
  static void closeGroup() {
    group.close();
  }

  @BeforeEach
  void open() {
    proxy = new CommitProxy(group.url(1));
    String url = group.url(1) + "&sessionVariables=group_replication_consistency='BEFORE'";
    pool = Pools.open(proxy.through(url), 3, Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    pool.close();
    proxy.close();
  }

  @ParameterizedTest
  @EnumSource
  void what_was_committed_on_the_lost_node_is_found_through_another(Act act) throws Exception {
    assertThat(transitions(library(pool), act, Cut.AFTER_COMMIT)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void what_was_not_committed_on_the_lost_node_is_done_through_another(Act act) throws Exception {
    assertThat(transitions(library(pool), act, Cut.BEFORE_COMMIT)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void a_commit_that_reaches_the_lost_node_after_the_retry_is_refused(Act act) throws Exception {
    assertThat(transitions(library(pool), act, Cut.BEFORE_A_LATE_COMMIT)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void a_commit_that_overtakes_the_reading_back_is_not_done_again(Act act) throws Exception {
    Seller library = library(lettingGoAt(COMMIT_OF_READING_BACK));

    assertThat(transitions(library, act, Cut.BEFORE_A_LATE_COMMIT)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void a_commit_that_reaches_the_lost_node_just_before_the_retrys_is_refused(Act act)
      throws Exception {
    Seller library = library(lettingGoAt(COMMIT_OF_THE_RETRY));

    assertThat(transitions(library, act, Cut.BEFORE_A_LATE_COMMIT)).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "EXTEND", "TAKE_ANOTHER_UNIT", "CANCEL_ONE_UNIT"})
  void control_a_host_that_retries_blindly_through_another_node_does_it_twice(Act act)
      throws Exception {
    Seller twin = new NaiveHost(pool, NaiveHost.Belief.IT_FAILED_SO_RETRY);

    assertThat(transitions(twin, act, Cut.AFTER_COMMIT)).isEqualTo(2);
  }

  /** Lets the late COMMIT reach node 1 when the pool commits for the so manieth time. */
  private DataSource lettingGoAt(int commit) {
    AtomicInteger commits = new AtomicInteger();
    return Intercepted.of(
        pool,
        call -> {
          if (call.isCommit() && commits.incrementAndGet() == commit) {
            armed.letGo();
            armed.awaitOver();
          }
          return call.proceed();
        });
  }

  private static Seller library(DataSource dataSource) {
    JdbcTravel travel = JdbcTravel.builder(dataSource).build();
    return transition -> transition.apply(travel.bookings());
  }

  /** How often the group has done what was asked for once. */
  private long transitions(Seller seller, Act act, Cut cut) throws Exception {
    OccurrenceId occurrence = group.fixture().open(40);
    BookingId prepared = act.prepare(direct.bookings(), occurrence);
    long before = transitions();
    armed = proxy.cutNextAndFailOver(cut, group.url(2));

    Booking told =
        CompletableFuture.supplyAsync(
                () -> seller.sell(bookings -> act.perform(bookings, occurrence, prepared)))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    armed.letGo();
    armed.awaitOver();

    assertThat(group.violations(3)).isEmpty();
    long made = transitions() - before;
    if (made == 1) {
      assertThat(direct.bookings().find(told.id())).contains(told);
    }
    return made;
  }

  private static long transitions() throws SQLException {
    return group.number("SELECT COUNT(*) FROM travel_event WHERE type LIKE 'booking.%'");
  }
}
