package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.RefusedException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections are cut at COMMIT again and again while many hold at once, one perhaps for all. */
class BatchCommitCutTest {

  private static final int CALLERS = 64;
  private static final int CALLS_EACH = 4;
  private static final int CALLS_PER_CUT = 16;
  private static final int UNITS = 240;

  private Fixture fixture;
  private CommitProxy proxy;
  private HikariDataSource pool;
  private OccurrenceId occurrence;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    proxy = new CommitProxy(fixture.schema().jdbcUrl());
    String url = proxy.through(fixture.schema().jdbcUrl());
    pool = Pools.open(url, 8, Duration.ofSeconds(10));
    occurrence = fixture.open(UNITS);
  }

  @AfterEach
  void close() {
    pool.close();
    proxy.close();
    fixture.close();
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void every_caller_is_told_what_became_of_their_own_hold(Cut cut) {
    JdbcTravel travel = JdbcTravel.builder(pool).build();
    Seller library = transition -> transition.apply(travel.bookings());

    List<Booking> told = holdAll(library, cut);

    System.out.println(proxy.cuts() + " connections cut " + cut + " while " + CALLERS + " hold");
    assertThat(proxy.cuts()).isPositive();
    assertThat(told).hasSize(UNITS).doesNotHaveDuplicates();
    assertThat(told)
        .allSatisfy(
            booking ->
                assertThat(fixture.travel().bookings().find(booking.id())).contains(booking));
    assertThat(fixture.taken(occurrence)).isEqualTo(UNITS);
    assertThat(Invariants.violations(fixture)).isEmpty();
  }

  @Test
  void control_a_host_that_retries_blindly_holds_units_nobody_was_told_of() {
    Seller twin = new NaiveHost(pool, NaiveHost.Belief.IT_FAILED_SO_RETRY);

    List<Booking> told = holdAll(twin, Cut.AFTER_COMMIT);

    assertThat(told).hasSizeLessThan(UNITS);
    assertThat(fixture.taken(occurrence)).isEqualTo(UNITS);
  }

  /** What callers were told they hold; other calls were refused. */
  private List<Booking> holdAll(Seller seller, Cut cut) {
    AtomicInteger calls = new AtomicInteger();
    return Race.run(CALLERS, number -> holdSome(seller, cut, calls)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Booking> holdSome(Seller seller, Cut cut, AtomicInteger calls) {
    List<Booking> told = new ArrayList<>();
    for (int i = 0; i < CALLS_EACH; i++) {
      if (calls.incrementAndGet() % CALLS_PER_CUT == 0) {
        proxy.cutNext(cut);
      }
      hold(seller).ifPresent(told::add);
    }
    return told;
  }

  private Optional<Booking> hold(Seller seller) {
    try {
      return Optional.of(
          seller.sell(bookings -> bookings.hold(HoldRequest.of(occurrence, 1)).orElseThrow()));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
