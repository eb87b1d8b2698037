package io.travelsuite.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.jdbc.Race;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who deliver and handle at once, by two instances. What one throws fails the test. */
class WebhookRaceTest {

  private static final int THREADS = 64;

  private static Fixture fixture;
  private static Effects effects;
  private static List<WebhookInbox> inboxes;

  private final WebhookVerifier verifier = Deliveries.verifier();

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    effects = new Effects(fixture);
    InboxSettings quick =
        InboxSettings.DEFAULT.tries(
            new InboxSettings.Tries(20, Duration.ofMillis(1), Duration.ofMillis(2)));
    inboxes =
        List.of(
            JdbcWebhookInbox.of(fixture.newTravel(16), quick),
            JdbcWebhookInbox.of(fixture.newTravel(16), quick));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void empty() {
    effects.clear();
    fixture.rows().update("DELETE FROM travel_webhook_event");
  }

  @Test
  void of_64_deliveries_of_one_event_one_is_new_and_it_has_one_effect() {
    List<Receipt> receipts =
        Race.run(
            THREADS,
            number -> {
              WebhookInbox inbox = inboxes.get(number % 2);
              Receipt receipt = inbox.receive(verifier, Deliveries.of("evt_1"));
              inbox.process(10, Effects::write);
              return receipt;
            });
    inboxes.get(0).process(10, Effects::write);

    assertThat(receipts).filteredOn(new Receipt.Accepted(1, 0)::equals).hasSize(1);
    assertThat(receipts).filteredOn(new Receipt.Duplicate(1)::equals).hasSize(THREADS - 1);
    assertThat(effects.all()).containsExactly("evt_1");
  }

  @Test
  void control_64_who_look_whether_it_was_handled_before_they_handle_it_have_many_effects() {
    CountDownLatch allHaveLooked = new CountDownLatch(THREADS);

    Race.run(
        THREADS,
        number -> {
          boolean handled = effects.all().contains("evt_1");
          allHaveLooked.countDown();
          allHaveLooked.await(20, TimeUnit.SECONDS);
          return handled
              ? 0
              : fixture.rows().update("INSERT INTO effect (event) VALUES (?)", "evt_1");
        });

    assertThat(effects.all()).hasSizeGreaterThan(1);
  }

  @Test
  void many_events_each_delivered_twice_and_handled_by_sixteen_have_one_effect_each() {
    int events = 400;
    Race.run(
        16,
        number -> {
          WebhookInbox inbox = inboxes.get(number % 2);
          for (int i = 0; i < 2 * events / 16; i++) {
            int event = (number * (2 * events / 16) + i) % events;
            inbox.receive(verifier, Deliveries.of("evt_" + event));
            inbox.process(7, Effects::write);
          }
          return true;
        });
    inboxes.get(0).process(1_000, Effects::write);

    assertThat(effects.all()).hasSize(events);
    assertThat(new HashSet<>(effects.all()))
        .containsAll(IntStream.range(0, events).mapToObj(i -> "evt_" + i).toList());
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_webhook_event WHERE tries > 1"))
        .isZero();
  }
}
