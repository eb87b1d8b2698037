package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.RoundReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has an event, and for how long. */
class OutboxClaimTest extends OutboxSuite {

  private static final int WORKERS = 8;

  private final Heard heard = new Heard();

  /** A handler that one may stop in the middle. */
  private static final class Slow {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    Answer handle(OutboxEvent event) throws InterruptedException {
      reached.countDown();
      assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
      return Answer.done();
    }
  }

  @Test
  void workers_do_not_take_the_same_event() {
    OutboxRelay relay =
        JdbcOutbox.of(
            fixture.newTravel(WORKERS),
            List.of(Heard.subscription("mail", heard)),
            SETTINGS.pace(new OutboxSettings.Pace(5, Duration.ofMinutes(1), Duration.ofMillis(10))),
            Metrics.none());
    IntStream.range(0, 200).forEach(i -> write(newId(), newId(), 1));
    relay.collect();

    List<Integer> done =
        Race.run(
            WORKERS,
            number -> {
              int all = 0;
              while (count("outbox_delivery") > 0) {
                all += relay.handle("mail").done();
              }
              return all;
            });

    assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
    assertThat(heard.all().stream().map(OutboxEvent::id)).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void control_workers_who_lock_nothing_when_they_look_take_the_same() {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    IntStream.range(0, 20).forEach(i -> write(newId(), newId(), 1));
    relay.collect();
    CyclicBarrier looked = new CyclicBarrier(2);

    List<List<String>> taken =
        Race.run(
            2,
            number -> {
              List<String> due =
                  fixture
                      .rows()
                      .texts("SELECT HEX(event_id) FROM travel_outbox_delivery WHERE claimed = 0");
              looked.await(20, TimeUnit.SECONDS);
              fixture.rows().update("UPDATE travel_outbox_delivery SET claimed = 1");
              return due;
            });

    assertThat(taken.get(0)).hasSize(20).containsExactlyInAnyOrderElementsOf(taken.get(1));
  }

  @Test
  void collectors_do_not_take_the_same_event_and_lose_none() {
    OutboxRelay relay =
        JdbcOutbox.of(
            fixture.newTravel(WORKERS),
            List.of(Heard.subscription("mail", heard)),
            SETTINGS,
            Metrics.none());
    List<BookingId> bookings = IntStream.range(0, 40).mapToObj(i -> booked()).toList();

    Race.run(
        WORKERS,
        number -> {
          int all = 0;
          while (count("event") > 0) {
            all += relay.collect();
          }
          return all;
        });
    while (relay.handle("mail").claimed() > 0) {
      assertThat(heard.all()).isNotEmpty();
    }

    assertThat(bookings)
        .allSatisfy(id -> assertThat(heard.versions(id.value())).containsExactly(1, 2));
  }

  @Test
  void who_claims_does_not_wait_for_what_another_has_locked() throws SQLException {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    held();
    relay.collect();
    try (Connection other = fixture.connect()) {
      other.setAutoCommit(false);
      Rows.texts(other, "SELECT 1 FROM travel_outbox_delivery FOR UPDATE");

      assertThat(relay.handle("mail")).isEqualTo(RoundReport.NOTHING);
      other.rollback();
    }
    assertThat(relay.handle("mail").done()).isEqualTo(1);
  }

  @Test
  void what_a_worker_has_is_anothers_when_the_lease_has_lapsed_and_no_sooner() {
    Slow slow = new Slow();
    OutboxRelay stuck = relay(Heard.subscription("mail", slow::handle));
    OutboxRelay other = relay(Heard.subscription("mail", heard));
    booked();
    stuck.collect();
    CompletableFuture<RoundReport> stuckReport =
        CompletableFuture.supplyAsync(() -> stuck.handle("mail"));
    await(slow.reached);

    assertThat(other.handle("mail")).isEqualTo(RoundReport.NOTHING);
    later();
    assertThat(other.handle("mail").done()).as("alone, it may be deadly").isEqualTo(1);
    assertThat(other.handle("mail").done()).isEqualTo(1);
    slow.goOn.countDown();

    assertThat(stuckReport.join()).isEqualTo(new RoundReport(0, 0, 0, 0, 2));
    assertThat(heard.types()).containsExactly("booking.held", "booking.confirmed");
    assertThat(count("outbox_delivery")).isZero();
  }

  @Test
  void what_ends_every_process_that_tries_it_is_dead_in_the_end() {
    OutboxRelay relay =
        relay(
            Heard.subscription(
                "mail",
                event -> {
                  throw new OutOfMemoryError("of a process that ends here");
                }));
    held();
    relay.collect();
    AtomicInteger ends = new AtomicInteger();
    while (relay.dead(1).isEmpty()) {
      try {
        relay.handle("mail");
      } catch (OutOfMemoryError e) {
        ends.incrementAndGet();
      }
      later();
    }

    assertThat(ends).hasValue(3);
    assertThat(relay.dead(1).get(0).reason()).contains("process ended");
  }

  @Test
  void a_batch_that_is_told_to_stop_gives_the_rest_back_untried() {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    IntStream.range(0, 5).forEach(i -> held());
    relay.collect();

    RoundReport report = relay.handle("mail", () -> heard.all().size() < 2);

    assertThat(report).isEqualTo(report(2, 0, 0, 3));
    assertThat(count("outbox_delivery WHERE tries = 0 AND claimed = 0")).isEqualTo(3);
    assertThat(relay.handle("mail").done()).isEqualTo(3);
  }

  @Test
  void an_interrupt_ends_the_batch_and_stays() {
    OutboxRelay relay =
        relay(
            Heard.subscription(
                "mail",
                event -> {
                  throw new InterruptedException("closing");
                }));
    IntStream.range(0, 3).forEach(i -> held());
    relay.collect();

    RoundReport report = relay.handle("mail");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report).isEqualTo(report(0, 1, 0, 2));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
