package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.DeadEvent;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxHandler;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.RoundReport;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of an event that is not handled. */
class OutboxTriesTest extends OutboxSuite {

  private static final int FAILURES = 4;

  private final Heard heard = new Heard();

  @Test
  void it_is_tried_again_after_the_usual_pause_or_the_one_it_asked_for() {
    AtomicInteger tries = new AtomicInteger();
    OutboxRelay relay =
        relay(
            Heard.subscription(
                "mail",
                event ->
                    tries.incrementAndGet() == 1
                        ? Answer.later("busy")
                        : Answer.later("429", Duration.ofMinutes(10))));
    held();

    assertThat(relay.round()).isEqualTo(report(0, 1, 0, 0));
    clock.advance(Duration.ofMillis(499));
    assertThat(relay.round().claimed()).isZero();
    assertThat(relay.due()).isEmpty();
    clock.advance(Duration.ofMillis(501));
    assertThat(relay.due()).containsExactly("mail");
    assertThat(relay.round().later()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(9));
    assertThat(relay.round().claimed()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(relay.round().dead()).isEqualTo(1);
  }

  /** Its first event is never handled until it works. */
  private OutboxRelay failingAtFirst(AtomicBoolean works) {
    return relay(
        Heard.subscription(
            "mail",
            event -> {
              if (event.version() == 1 && !works.get()) {
                throw new IllegalStateException("to someone@example.com");
              }
              return heard.handle(event);
            }));
  }

  @Test
  void after_its_tries_it_is_dead_and_the_next_goes_on() {
    OutboxRelay relay = failingAtFirst(new AtomicBoolean());
    BookingId booking = booked();
    assertThat(relay.round()).isEqualTo(report(0, 1, 0, 1));
    later();
    assertThat(relay.round()).isEqualTo(report(0, 1, 0, 1));
    later();
    assertThat(relay.round()).isEqualTo(report(1, 0, 1, 0));

    assertThat(heard.versions(booking.value())).containsExactly(2);
    DeadEvent dead = relay.dead(10).get(0);
    assertThat(dead.tries()).isEqualTo(3);
    assertThat(dead.event().version()).isEqualTo(1);
    assertThat(dead.event().payload()).contains(booking.toString());
    assertThat(dead.reason())
        .startsWith("java.lang.IllegalStateException at ")
        .doesNotContain("someone");
  }

  @Test
  void what_is_dead_can_be_replayed_also_when_the_event_was_purged() {
    AtomicBoolean works = new AtomicBoolean();
    OutboxRelay relay = failingAtFirst(works);
    booked();
    for (int i = 0; i < 3; i++) {
      relay.round();
      later();
    }
    DeadEvent dead = relay.dead(10).get(0);
    works.set(true);
    clock.advance(SETTINGS.retention());
    assertThat(relay.purge(300)).isEqualTo(2);

    assertThat(relay.replay(dead.id())).isTrue();
    assertThat(relay.replay(dead.id())).isFalse();
    assertThat(relay.round()).isEqualTo(report(1, 0, 0, 0));

    assertThat(heard.all().get(1)).isEqualTo(dead.event());
    assertThat(relay.dead(10)).isEmpty();
  }

  @Test
  void it_is_dead_at_once_when_the_handler_gives_it_up() {
    OutboxRelay relay =
        relay(
            Heard.subscription(
                "mail",
                event -> event.version() == 1 ? Answer.giveUp("opted-out") : heard.handle(event)));
    booked();

    assertThat(relay.round()).isEqualTo(report(1, 0, 1, 0));
    assertThat(relay.dead(1).get(0).reason()).isEqualTo("opted-out");
  }

  @Test
  void one_that_can_never_be_handled_stops_nobody_else() {
    UUID poison = newId();
    OutboxRelay relay =
        withBreaker(
            event -> {
              if (event.subject().equals(poison)) {
                throw new AssertionError("cannot be read");
              }
              return heard.handle(event);
            });
    write(newId(), poison, 1);
    int others = 0;
    for (int i = 0; relay.dead(1).isEmpty(); i++) {
      held();
      others++;
      relay.collect();
      assertThat(relay.handle("mail").done()).isEqualTo(1);
      later();
      assertThat(i).isLessThan(20);
    }
    assertThat(heard.all()).hasSize(others);
  }

  private OutboxRelay withBreaker(OutboxHandler handler) {
    OutboxSettings settings =
        SETTINGS
            .tries(new OutboxSettings.Tries(12, Duration.ofSeconds(1), Duration.ofSeconds(1)))
            .breaker(new OutboxSettings.Breaker(FAILURES, Duration.ofMillis(100)));
    return JdbcOutbox.of(
        travel,
        List.of(
            Heard.subscription("mail", handler), Heard.subscription("other", e -> Answer.done())),
        settings,
        Metrics.none());
  }

  @Test
  void a_channel_that_is_down_is_left_alone_and_uses_up_no_tries() {
    AtomicBoolean works = new AtomicBoolean();
    AtomicInteger calls = new AtomicInteger();
    OutboxRelay relay =
        withBreaker(
            event -> {
              calls.incrementAndGet();
              return works.get() ? heard.handle(event) : Answer.later("connection");
            });
    IntStream.range(0, 20).forEach(i -> held());
    relay.collect();

    assertThat(relay.handle("mail")).isEqualTo(report(0, FAILURES, 0, 16));
    assertThat(relay.handle("mail")).isEqualTo(RoundReport.NOTHING);
    assertThat(relay.handle("other").done()).as("not the other channel").isEqualTo(20);
    assertThat(calls).hasValue(FAILURES);
    awaitOneTry(relay, report(0, 1, 0, 0));
    assertThat(count("outbox_delivery WHERE subscription = 'mail' AND tries = 0")).isEqualTo(15);
    works.set(true);
    awaitOneTry(relay, report(1, 0, 0, 0));
    later();
    assertThat(relay.handle("mail").done()).isEqualTo(19);
    assertThat(relay.dead(1)).isEmpty();
  }

  private static void awaitOneTry(OutboxRelay relay, RoundReport expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> relay.handle("mail"), report -> report.claimed() > 0 && report.equals(expected));
  }

  @Test
  void one_event_that_fails_again_and_again_does_not_open_the_breaker() {
    UUID poison = newId();
    OutboxRelay relay =
        withBreaker(
            event ->
                event.subject().equals(poison) ? Answer.later("unreadable") : heard.handle(event));
    write(newId(), poison, 1);
    for (int i = 0; i < 2 * FAILURES; i++) {
      assertThat(relay.round().later()).isEqualTo(1);
      later();
    }
    held();
    relay.collect();

    assertThat(relay.handle("mail")).isEqualTo(report(1, 1, 0, 0));
  }

  @Test
  void control_without_a_breaker_a_channel_that_is_down_uses_up_the_tries_of_all() {
    OutboxRelay relay = relay(Heard.subscription("mail", event -> Answer.later("connection")));
    IntStream.range(0, 20).forEach(i -> held());
    for (int i = 0; i < 3; i++) {
      relay.round();
      later();
    }
    assertThat(relay.dead(300).stream().map(dead -> dead.event().id()))
        .hasSize(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_key_is_the_same_at_every_try_and_differs_between_subscriptions() {
    AtomicInteger tries = new AtomicInteger();
    Heard all = new Heard();
    OutboxRelay relay =
        relay(
            Heard.subscription(
                "mail",
                event -> {
                  all.handle(event);
                  return tries.incrementAndGet() < 3 ? Answer.later("down") : Answer.done();
                }));
    held();
    for (int i = 0; i < 3; i++) {
      relay.round();
      later();
    }
    assertThat(all.all().stream().map(event -> event.key("mail")))
        .hasSize(3)
        .containsOnly(all.all().get(0).key("mail"));
    OutboxEvent event = all.all().get(0);
    assertThat(event.key("mail")).isNotEqualTo(event.key("sms"));
  }
}
