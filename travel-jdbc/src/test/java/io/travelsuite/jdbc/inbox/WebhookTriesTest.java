package io.travelsuite.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.payments.inbox.DeadWebhook;
import io.travelsuite.payments.inbox.FetchingHandler;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.ProcessReport;
import io.travelsuite.payments.inbox.WebhookHandler;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.webhook.VerifiedWebhook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of events that are not handled at once. */
class WebhookTriesTest extends InboxSuite {

  @Test
  void what_a_failing_handler_wrote_is_undone_and_it_is_dead_after_the_last_try() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    WebhookHandler failing =
        (webhook, connection) -> {
          Effects.write(webhook, connection);
          throw new IllegalStateException("of Jane Doe, 4111 1111 1111 1111");
        };

    assertThat(process(failing)).isEqualTo(report(0, 0, 1, 0));
    assertThat(process(failing)).as("not before its backoff").isEqualTo(report(0, 0, 0, 0));
    later();
    assertThat(process(failing)).isEqualTo(report(0, 0, 1, 0));
    later();
    assertThat(process(failing)).isEqualTo(report(0, 0, 0, 1));
    later();
    assertThat(process(failing)).isEqualTo(report(0, 0, 0, 0));

    assertThat(effects.all()).isEmpty();
    DeadWebhook dead = inbox.dead(10).get(0);
    assertThat(dead.tries()).isEqualTo(3);
    assertThat(dead.why())
        .startsWith("java.lang.IllegalStateException at " + WebhookTriesTest.class.getName())
        .doesNotContain("Jane", "1111");
    assertThat(dead.diedAt()).isEqualTo(dead.receivedAt().plus(Duration.ofMinutes(4)));
  }

  @Test
  void one_that_fails_among_others_leaves_each_of_them_with_one_effect() {
    for (String event : List.of("a", "poison", "b", "c")) {
      inbox.receive(verifier, Deliveries.of(event));
    }

    ProcessReport report =
        process(
            (webhook, connection) -> {
              Effects.write(webhook, connection);
              if (webhook.eventId().equals("poison")) {
                throw new IllegalStateException("not this one");
              }
              return new Handling.Handled();
            });

    assertThat(report).isEqualTo(report(3, 0, 1, 0));
    assertThat(effects.all()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void a_deadlock_among_others_is_tried_again_at_once_and_no_try_is_lost() {
    for (String event : List.of("a", "b", "c")) {
      inbox.receive(verifier, Deliveries.of(event));
    }
    List<String> called = new ArrayList<>();

    ProcessReport report =
        process(
            (webhook, connection) -> {
              called.add(webhook.eventId());
              Effects.write(webhook, connection);
              if (called.size() == 2) {
                throw new SQLException("deadlock", "40001", 1213);
              }
              return new Handling.Handled();
            });

    assertThat(report).isEqualTo(report(3, 0, 0, 0));
    assertThat(effects.all()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(fixture.rows().number("SELECT MAX(tries) FROM travel_webhook_event")).isOne();
  }

  @Test
  void a_dead_event_is_replayed_once_with_all_its_tries() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    WebhookHandler failing =
        (webhook, connection) -> {
          throw new SQLException("a bug of the host's", "42000", 1064);
        };
    for (int i = 0; i < 3; i++) {
      process(failing);
      later();
    }
    DeadWebhook dead = inbox.dead(10).get(0);

    assertThat(inbox.replay(dead.id())).isTrue();
    assertThat(inbox.replay(dead.id())).isFalse();
    assertThat(process(failing)).isEqualTo(report(0, 0, 1, 0));
    later();
    assertThat(process(Effects::write)).isEqualTo(report(1, 0, 0, 0));
    assertThat(inbox.replay(dead.id())).isFalse();
    assertThat(inbox.dead(10)).isEmpty();
    assertThat(effects.all()).containsExactly("evt_1");
  }

  @Test
  void an_event_before_its_row_is_parked_and_handled_once_the_row_is_there_and_others_go_on() {
    inbox.receive(verifier, Deliveries.of("early"));
    inbox.receive(verifier, Deliveries.of("other"));
    WebhookHandler handler =
        (webhook, connection) -> {
          Effects.write(webhook, connection);
          boolean early = webhook.eventId().equals("early") && !effects.all().contains("row");
          return early ? new Handling.Parked("no such payment") : new Handling.Handled();
        };

    assertThat(process(handler)).isEqualTo(report(1, 1, 0, 0));
    assertThat(effects.all()).containsExactly("other");
    fixture.rows().update("INSERT INTO effect (event) VALUES ('row')");
    later();

    assertThat(process(handler)).isEqualTo(report(1, 0, 0, 0));
    assertThat(effects.all()).containsExactly("other", "row", "early");
  }

  @Test
  void an_event_that_stays_early_is_dead_in_the_end_and_says_why() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    for (int i = 0; i < 3; i++) {
      process((webhook, connection) -> new Handling.Parked("no payment for 4111111111111111"));
      later();
    }

    assertThat(inbox.dead(10).get(0).why()).isEqualTo("no payment for [card …1111]");
  }

  @Test
  void who_overran_the_lease_is_overtaken_and_writes_nothing() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    WebhookInbox other = JdbcWebhookInbox.of(travel, SETTINGS);
    FetchingHandler<Boolean> slow =
        new FetchingHandler<>() {
          @Override
          public Boolean fetch(VerifiedWebhook webhook) {
            assertThat(other.process(10, Effects::write).claimed()).as("leased").isZero();
            later();
            assertThat(other.process(10, Effects::write).handled()).isOne();
            return true;
          }

          @Override
          public Handling handle(VerifiedWebhook webhook, Boolean fetched, Connection connection)
              throws SQLException {
            return Effects.write(webhook, connection);
          }
        };

    assertThat(inbox.process(10, slow)).isEqualTo(new ProcessReport(0, 0, 0, 0, 1));
    assertThat(effects.all()).containsExactly("evt_1");
  }

  @Test
  void an_event_that_ends_its_process_is_dead_in_the_end_and_takes_no_other_with_it() {
    for (String event : List.of("a", "poison", "b", "c")) {
      inbox.receive(verifier, Deliveries.of(event));
    }
    WebhookHandler dying =
        (webhook, connection) -> {
          Effects.write(webhook, connection);
          if (webhook.eventId().equals("poison")) {
            throw new LinkageError("the process dies"); // nobody catches an Error
          }
          return new Handling.Handled();
        };

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> process(dying)).isInstanceOf(LinkageError.class);
      later();
    }
    while (process(dying).claimed() > 0) {
      later();
    }

    assertThat(effects.all()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(inbox.dead(10)).hasSize(1);
    assertThat(inbox.dead(10).get(0).webhook().eventId()).isEqualTo("poison");
  }
}
