package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.crash.ChildJvm;
import io.travelsuite.notify.outbox.OutboxRelay;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The process that relays is killed at random while bookings are confirmed.
 *
 * <p>{@code -Dtravel.relay.kills} and {@code -Dtravel.relay.bookings} set how often and how many
 * (20 and 5,000 for the long form), {@code -Dtravel.seed} repeats a run.
 */
class OutboxKillTest {

  private static final int KILLS = Integer.getInteger("travel.relay.kills", 5);
  private static final int BOOKINGS = Integer.getInteger("travel.relay.bookings", 500);
  private static final int SELLERS = 2;

  private final long seed =
      Long.getLong("travel.seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));
  private Fixture fixture;
  private OccurrenceId departure;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    RelayingProgram.TABLES.forEach(fixture.rows()::update);
    departure = fixture.open(BOOKINGS + 100);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** Whether all was sold, on threads of its own; the rate keeps the relay at work. */
  private CompletableFuture<Void> sell(int bookings) {
    JdbcTravel travel = fixture.travel();
    return CompletableFuture.runAsync(
        () ->
            Race.run(
                SELLERS,
                number -> {
                  for (int i = number; i < bookings; i += SELLERS) {
                    BookingId id =
                        travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow().id();
                    travel.bookings().confirm(id, "paid").orElseThrow();
                    LockSupport.parkNanos(1_000_000);
                  }
                  return true;
                }));
  }

  private void killOnce(int bookings, int lines) throws IOException {
    int[] seen = {0};
    try (ChildJvm child =
        ChildJvm.start(RelayingProgram.class, List.of(fixture.schema().jdbcUrl()))) {
      CompletableFuture<Void> selling = sell(bookings);
      child.killAt(line -> line.startsWith(RelayingProgram.CALLED) && ++seen[0] >= lines);
      selling.join();
    }
  }

  @Test
  void a_relay_that_is_killed_again_and_again_loses_nothing_and_repeats_only_what_it_must()
      throws IOException {
    System.out.println("killing a relay " + KILLS + " times: seed " + seed);
    DataSource pool = fixture.schema().dataSource(12);
    OutboxRelay rest = RelayingProgram.relay(fixture.travel(), pool);
    fixture.rows().update("DELETE FROM travel_event");
    Random random = new Random(seed);
    int chunk = BOOKINGS / KILLS;
    for (int kill = 0; kill < KILLS; kill++) {
      killOnce(chunk, 1 + random.nextInt(2 * chunk));
    }
    drain(rest);

    int events = 2 * chunk * KILLS;
    List<String> forgetful = fixture.rows().texts("SELECT event FROM forgetful");
    List<String> joined = fixture.rows().texts("SELECT event FROM joined_effect");
    long keyedCalls = fixture.rows().number("SELECT SUM(calls) FROM keyed");
    System.out.printf(
        "%d events, %d kills: forgetful %d twice, keyed %d called twice (each kept once), joined"
            + " none%n",
        events, KILLS, forgetful.size() - events, keyedCalls - events);
    assertThat(new HashSet<>(forgetful)).as("nothing is lost").hasSize(events);
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM keyed")).isEqualTo(events);
    assertThat(joined).hasSize(events).doesNotHaveDuplicates();
    assertThat(forgetful.size() - events).as("a few a kill").isLessThanOrEqualTo(20 * KILLS);
    assertThat(outOfOrder()).isZero();
    assertThat(rest.dead(10)).isEmpty();
  }

  private void drain(OutboxRelay relay) {
    String left =
        "SELECT (SELECT COUNT(*) FROM travel_event) + (SELECT COUNT(*) FROM travel_outbox_delivery)";
    while (fixture.rows().number(left) > 0) {
      if (relay.round().claimed() == 0) {
        LockSupport.parkNanos(20_000_000); // until a lease lapses
      }
    }
  }

  /** Bookings whose confirmation was first handed over before their hold. */
  private long outOfOrder() {
    return fixture
        .rows()
        .number(
            """
            SELECT COUNT(*) FROM
              (SELECT subject, MIN(id) AS first FROM forgetful WHERE version = 1 GROUP BY subject) h
              JOIN
              (SELECT subject, MIN(id) AS first FROM forgetful WHERE version = 2 GROUP BY subject) c
              ON c.subject = h.subject WHERE c.first < h.first
            """);
  }

  @Test
  void control_a_relay_that_deletes_before_it_hands_over_loses_what_it_was_at() {
    fixture.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
    fixture.rows().update("DELETE FROM travel_event"); // and is killed here
    OutboxRelay rest = RelayingProgram.relay(fixture.travel(), fixture.dataSource());

    drain(rest);

    assertThat(fixture.rows().texts("SELECT event FROM forgetful")).isEmpty();
  }
}
