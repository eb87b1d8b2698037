package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.StorageException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection is cut at COMMIT, and the database stays away for longer than is waited. */
class UnknownOutcomeTest {

  private Fixture fixture;
  private CommitProxy proxy;
  private HikariDataSource pool;
  private JdbcTravel travel;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    proxy = new CommitProxy(fixture.schema().jdbcUrl());
    pool = Pools.open(proxy.through(fixture.schema().jdbcUrl()), 2, Duration.ofMillis(250));
    travel = JdbcTravel.builder(pool).retryFor(Duration.ofMillis(300)).build();
  }

  @AfterEach
  void close() {
    pool.close();
    proxy.close();
    fixture.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void an_outcome_that_cannot_be_read_back_is_called_unknown_and_the_key_finds_it_out(Cut cut) {
    HoldRequest request = HoldRequest.of(fixture.open(2), 1).key("checkout-1");
    proxy.cutNextAndGoDark(cut);

    StorageException unknown = failureOf(request);

    assertThat(unknown.retryable()).isFalse();
    assertThat(unknown)
        .hasMessageContaining("COMMIT")
        .hasMessageContaining("outcome could not be read back")
        .hasMessageContaining("repeat the call with the same key");
    Held found = (Held) fixture.travel().bookings().hold(request);
    assertThat(found.repeated()).isEqualTo(cut == Cut.AFTER_COMMIT);
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_booking")).isOne();
    assertThat(Invariants.violations(fixture)).isEmpty();
  }

  @Test
  void control_without_a_key_a_caller_who_repeats_an_unknown_hold_holds_twice() {
    HoldRequest request = HoldRequest.of(fixture.open(2), 1);
    proxy.cutNextAndGoDark(Cut.AFTER_COMMIT);

    failureOf(request);

    fixture.travel().bookings().hold(request).orElseThrow();
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_booking")).isEqualTo(2);
  }

  @Test
  void a_database_that_is_away_before_commit_is_retryable_and_keeps_nothing() {
    OccurrenceId occurrence = fixture.open(2);
    Booking held = travel.bookings().hold(HoldRequest.of(occurrence, 1)).orElseThrow();
    proxy.cutNextAndGoDark(Cut.AFTER_COMMIT);
    failureOf(HoldRequest.of(occurrence, 1)); // from here on the database is away

    StorageException away =
        catchThrowableOfType(
            StorageException.class, () -> travel.bookings().confirm(held.id(), "paid"));

    assertThat(away.retryable()).isTrue();
    assertThat(fixture.travel().bookings().find(held.id())).contains(held);
  }

  private StorageException failureOf(HoldRequest request) {
    return catchThrowableOfType(StorageException.class, () -> travel.bookings().hold(request));
  }
}
