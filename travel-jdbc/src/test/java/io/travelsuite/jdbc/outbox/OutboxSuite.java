package io.travelsuite.jdbc.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.RoundReport;
import io.travelsuite.notify.outbox.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An outbox, empty before each test, with a clock that the test moves and three tries an event. */
abstract class OutboxSuite {

  static final OutboxSettings SETTINGS =
      OutboxSettings.DEFAULT
          .tries(new OutboxSettings.Tries(3, Duration.ofSeconds(1), Duration.ofMinutes(1)))
          .breaker(new OutboxSettings.Breaker(1_000, Duration.ofMillis(50)));

  static Fixture fixture;
  static OccurrenceId departure;

  final TestClock clock = TestClock.create();
  JdbcTravel travel;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    departure = fixture.open(1_000_000);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void empty() {
    for (String table :
        List.of("event", "outbox_event", "outbox_stream", "outbox_delivery", "outbox_dead")) {
      fixture.rows().update("DELETE FROM travel_" + table);
    }
    fixture.rows().update("DELETE FROM travel_outbox_subscription");
    travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
  }

  OutboxRelay relay(Subscription... subscriptions) {
    return JdbcOutbox.of(travel, List.of(subscriptions), SETTINGS, Metrics.none());
  }

  /** Two events: version 1 held, version 2 confirmed. */
  BookingId booked() {
    BookingId id = held();
    travel.bookings().confirm(id, "paid").orElseThrow();
    return id;
  }

  /** One event. */
  BookingId held() {
    return travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow().id();
  }

  void later() {
    clock.advance(Duration.ofMinutes(2));
  }

  static RoundReport report(int done, int later, int dead, int returned) {
    return new RoundReport(done, later, dead, returned, 0);
  }

  /** An event as a transition writes it. */
  static void write(Connection connection, UUID id, UUID subject, int version) throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO travel_event
          (id, operator_id, aggregate_id, version, type, payload, occurred_at)
        VALUES (?, ?, ?, ?, 'booking.changed', '{}', UTC_TIMESTAMP(6))
        """,
        id,
        new UUID(0, 1),
        subject,
        version);
  }

  static void write(UUID id, UUID subject, int version) {
    try (Connection connection = fixture.dataSource().getConnection()) {
      write(connection, id, subject, version);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  static long count(String table) {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_" + table);
  }
}
