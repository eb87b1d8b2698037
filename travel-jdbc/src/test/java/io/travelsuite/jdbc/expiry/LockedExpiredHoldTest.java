package io.travelsuite.jdbc.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ResizeResult;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has the row of an expired hold locked, as who tries to confirm it has for a moment. */
class LockedExpiredHoldTest {

  private static final Duration LIFETIME = Duration.ofMinutes(15);

  private static Fixture fixture;

  private final TestClock clock = TestClock.create();
  private OccurrenceId departure;
  private BookingId expired;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void holdAllAndLetItExpire() {
    departure = fixture.open(2);
    JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    HoldRequest all = HoldRequest.of(departure, 2).lifetime(LIFETIME);
    expired = travel.bookings().hold(all).orElseThrow().id();
    clock.advance(LIFETIME);
  }

  /** Who locks the hold, and lets go when a round looks at the clock for the n-th time. */
  private final class Locker extends Clock implements AutoCloseable {
    private final Connection connection = fixture.connect();
    private final AtomicInteger looks = new AtomicInteger();
    private final int letsGoAt;

    Locker(int letsGoAt) throws SQLException {
      this.letsGoAt = letsGoAt;
      connection.setAutoCommit(false);
      String lock = "SELECT id FROM travel_booking WHERE id = ? FOR UPDATE";
      assertThat(Rows.texts(connection, lock, expired.value())).hasSize(1);
    }

    JdbcTravel travel(boolean combining) {
      JdbcTravel.Builder builder = JdbcTravel.builder(fixture.dataSource()).clock(this);
      return combining ? builder.build() : builder.withoutCombining().build();
    }

    @Override
    public Instant instant() {
      if (looks.incrementAndGet() == letsGoAt) {
        close();
      }
      return clock.instant();
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return clock.withZone(zone);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_is_locked_for_a_moment_is_not_sold_out(boolean combining) throws SQLException {
    try (Locker locker = new Locker(3)) {
      HoldResult result = locker.travel(combining).bookings().hold(HoldRequest.of(departure, 2));
      assertThat(result).isInstanceOf(Held.class);
    }
    fixture.assertNoDrift(departure);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void control_who_never_lets_go_keeps_the_units(boolean combining) throws SQLException {
    try (Locker locker = new Locker(Integer.MAX_VALUE)) {
      JdbcTravel travel = locker.travel(combining);
      assertThat(travel.bookings().hold(HoldRequest.of(departure, 2))).isInstanceOf(SoldOut.class);
      assertThat(locker.looks.get()).isGreaterThan(1);
    }
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_pool_is_made_smaller_than_what_is_locked_for_a_moment() throws SQLException {
    try (Locker locker = new Locker(2)) {
      ResizeResult result =
          locker.travel(false).inventory().resize(departure, Fixture.POOL, Capacity.of(1));
      assertThat(result).isInstanceOf(ResizeResult.Resized.class);
    }
    fixture.assertNoDrift(departure);
  }

  @Test
  void control_nor_is_it_made_smaller_than_what_somebody_keeps() throws SQLException {
    try (Locker locker = new Locker(Integer.MAX_VALUE)) {
      ResizeResult result =
          locker.travel(false).inventory().resize(departure, Fixture.POOL, Capacity.of(1));
      assertThat(result).isEqualTo(new ResizeResult.BelowTaken(2));
    }
  }
}
