package io.travelsuite.jdbc.inbox;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.ProcessReport;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookHandler;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An inbox, empty before each test, with a clock that the test moves and three tries an event. */
abstract class InboxSuite {

  static final Receipt NEW = new Receipt.Accepted(1, 0);
  static final Receipt KNOWN = new Receipt.Duplicate(1);
  static final InboxSettings SETTINGS =
      InboxSettings.DEFAULT.tries(
          new InboxSettings.Tries(3, Duration.ofSeconds(1), Duration.ofMinutes(1)));

  static Fixture fixture;
  static Effects effects;

  final TestClock clock = TestClock.create();
  final WebhookVerifier verifier = Deliveries.verifier();
  JdbcTravel travel;
  WebhookInbox inbox;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    effects = new Effects(fixture);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void empty() {
    effects.clear();
    fixture.rows().update("DELETE FROM travel_webhook_event");
    fixture.rows().update("DELETE FROM travel_webhook_delivery");
    travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    inbox = JdbcWebhookInbox.of(travel, SETTINGS);
  }

  static ProcessReport report(int handled, int parked, int failed, int dead) {
    return new ProcessReport(handled, parked, failed, dead, 0);
  }

  ProcessReport process(WebhookHandler handler) {
    return inbox.process(100, handler);
  }

  void later() {
    clock.advance(Duration.ofMinutes(2));
  }
}
