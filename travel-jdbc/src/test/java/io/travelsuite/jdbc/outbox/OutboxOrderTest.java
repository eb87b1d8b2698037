package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Of a booking nothing is handled before what happened before it. */
class OutboxOrderTest extends OutboxSuite {

  private static final int WORKERS = 8;
  private static final int SELLERS = 4;
  private static final int LIVES = 12;

  private final Heard heard = new Heard();

  /** Fails at random, and notes whatever is out of order. */
  private static final class Strict {

    private final Map<UUID, Integer> versions = new ConcurrentHashMap<>();
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    Answer handle(OutboxEvent event) {
      if (!atWork.add(event.subject())) {
        wrong.add("two at once: " + event);
      }
      try {
        if (event.version() != versions.getOrDefault(event.subject(), 0) + 1) {
          wrong.add(event + " after version " + versions.get(event.subject()));
        }
        if (ThreadLocalRandom.current().nextInt(10) < 3) {
          failures.incrementAndGet();
          return Answer.later("by chance");
        }
        versions.put(event.subject(), event.version());
        return Answer.done();
      } finally {
        atWork.remove(event.subject());
      }
    }
  }

  @Test
  void eight_workers_whose_handler_fails_at_random_keep_the_order_of_every_booking() {
    JdbcTravel live = fixture.newTravel(16);
    Strict strict = new Strict();
    OutboxRelay relay = quickRelay(live, strict);
    AtomicInteger selling = new AtomicInteger(SELLERS);

    Race.run(
        WORKERS + SELLERS,
        number -> {
          if (number < SELLERS) {
            for (int i = 0; i < LIVES; i++) {
              liveOneLife(live);
            }
            return selling.decrementAndGet();
          }
          while (selling.get() > 0 || count("event") + count("outbox_delivery") > 0) {
            relay.collect();
            relay.handle("strict");
          }
          return 0;
        });

    assertThat(strict.wrong).isEmpty();
    assertThat(strict.failures.get()).isPositive();
    assertThat(strict.versions).hasSize(SELLERS * LIVES);
    assertThat(strict.versions.values()).containsOnly(4);
    assertThat(relay.dead(10)).isEmpty();
  }

  private static OutboxRelay quickRelay(JdbcTravel live, Strict strict) {
    OutboxSettings settings =
        SETTINGS
            .tries(new OutboxSettings.Tries(100, Duration.ofMillis(1), Duration.ofMillis(4)))
            .pace(new OutboxSettings.Pace(7, Duration.ofMinutes(1), Duration.ofMillis(10)));
    return JdbcOutbox.of(
        live, List.of(Heard.subscription("strict", strict::handle)), settings, Metrics.none());
  }

  private static void liveOneLife(JdbcTravel live) {
    BookingId id = live.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow().id();
    live.bookings().extend(id, Duration.ofMinutes(20)).orElseThrow();
    live.bookings().confirm(id, "paid").orElseThrow();
    live.bookings().cancel(id).orElseThrow();
  }

  @Test
  void a_later_event_waits_for_an_earlier_one_that_is_to_be_tried_again() {
    AtomicInteger tries = new AtomicInteger();
    OutboxRelay relay =
        relay(
            Heard.subscription(
                "mail",
                event ->
                    event.version() == 1 && tries.incrementAndGet() == 1
                        ? Answer.later("down")
                        : heard.handle(event)));
    BookingId booking = booked();

    assertThat(relay.round()).isEqualTo(report(0, 1, 0, 1));
    assertThat(relay.round().claimed()).isZero();
    travel.bookings().cancel(booking).orElseThrow();
    assertThat(relay.round().claimed()).isZero();
    later();
    assertThat(relay.round()).isEqualTo(report(3, 0, 0, 0));

    assertThat(heard.versions(booking.value())).containsExactly(1, 2, 3);
    assertThat(tries).hasValue(2);
  }

  @Test
  void control_who_takes_whatever_is_due_takes_the_later_event_first() {
    OutboxRelay relay =
        relay(
            Heard.subscription(
                "mail", event -> event.version() == 1 ? Answer.later("down") : Answer.done()));
    booked();
    relay.round();

    String due =
        "SELECT version FROM travel_outbox_delivery WHERE subscription = 'mail' AND due_at <= ?"
            + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED";
    assertThat(fixture.rows().texts(due, "2027-01-15 08:30:00.123456")).containsExactly("2");
  }

  @Test
  void an_event_that_is_committed_late_with_an_old_id_is_not_lost() throws SQLException {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    UUID old = newId();
    UUID slow = newId();
    try (Connection connection = fixture.connect()) {
      connection.setAutoCommit(false);
      write(connection, old, slow, 1);
      BookingId quick = held();
      relay.round();
      assertThat(heard.versions(quick.value())).containsExactly(1);

      connection.commit();
    }
    relay.round();

    assertThat(heard.versions(slow)).containsExactly(1);
  }

  @Test
  void control_a_cursor_over_ids_never_sees_it() throws SQLException {
    UUID old = newId();
    String after = "SELECT HEX(id) FROM travel_event WHERE id > ? ORDER BY id";
    try (Connection connection = fixture.connect()) {
      connection.setAutoCommit(false);
      write(connection, old, newId(), 1);
      UUID next = newId();
      write(next, newId(), 1);
      assertThat(fixture.rows().texts(after, new UUID(0, 0))).hasSize(1);
      connection.commit();
      assertThat(fixture.rows().texts(after, next)).isEmpty();
    }
    assertThat(fixture.rows().texts(after, new UUID(0, 0))).hasSize(2);
  }

  @Test
  void a_later_event_waits_for_the_one_before_it_that_somebody_else_is_collecting()
      throws SQLException {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    UUID booking = newId();
    UUID first = newId();
    write(first, booking, 1);
    write(newId(), booking, 2);
    try (Connection other = fixture.connect()) {
      other.setAutoCommit(false);
      Rows.texts(other, "SELECT 1 FROM travel_event WHERE id = ? FOR UPDATE", first);

      assertThat(relay.collect()).isZero();
      other.rollback();
    }
    assertThat(relay.collect()).isEqualTo(2);
    relay.round();

    assertThat(heard.versions(booking)).containsExactly(1, 2);
  }

  @Test
  void control_who_skips_what_is_locked_and_takes_the_rest_takes_the_later_one()
      throws SQLException {
    UUID booking = newId();
    UUID first = newId();
    write(first, booking, 1);
    write(newId(), booking, 2);
    String rest = "SELECT version FROM travel_event ORDER BY id LIMIT 300 FOR UPDATE SKIP LOCKED";
    try (Connection other = fixture.connect()) {
      other.setAutoCommit(false);
      Rows.texts(other, "SELECT 1 FROM travel_event WHERE id = ? FOR UPDATE", first);
      assertThat(fixture.rows().texts(rest)).containsExactly("2");
    }
  }

  @Test
  void ids_that_do_not_follow_the_order_of_commits_do_not_change_it() throws SQLException {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    UUID booking = newId();
    UUID low = newId();
    try (Connection connection = fixture.dataSource().getConnection()) {
      for (int i = 0; i < 320; i++) { // more than are collected at once
        write(connection, newId(), newId(), 1);
      }
      write(connection, newId(), booking, 1);
      write(connection, low, booking, 2);
    }

    assertThat(relay.collect()).isEqualTo(322);
    while (relay.round().claimed() > 0) {
      assertThat(relay.dead(1)).isEmpty();
    }

    assertThat(heard.versions(booking)).containsExactly(1, 2);
    assertThat(heard.all()).hasSize(322);
  }

  @Test
  void of_a_booking_whose_earlier_events_were_deleted_the_next_is_collected() {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    UUID booking = newId();
    write(newId(), booking, 5);
    write(newId(), booking, 6);

    assertThat(relay.collect()).isEqualTo(2);
    relay.round();

    assertThat(heard.versions(booking)).containsExactly(5, 6);
  }
}
