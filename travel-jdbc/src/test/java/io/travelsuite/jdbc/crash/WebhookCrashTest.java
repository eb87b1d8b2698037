package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.jdbc.inbox.Deliveries;
import io.travelsuite.jdbc.inbox.Effects;
import io.travelsuite.payments.inbox.ProcessReport;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies while it handles events, and connections cut at COMMIT. */
class WebhookCrashTest extends CutSuite {

  private static WebhookInbox inbox;
  private static WebhookInbox cut;

  private final WebhookVerifier verifier = Deliveries.verifier();

  @BeforeAll
  static void open() {
    fixture.rows().update(Effects.TABLE);
    inbox = JdbcWebhookInbox.of(fixture.travel());
    cut = JdbcWebhookInbox.of(JdbcTravel.builder(pool).build());
  }

  @BeforeEach
  void empty() {
    fixture.rows().update("DELETE FROM effect");
    fixture.rows().update("DELETE FROM travel_webhook_event");
  }

  private static long effects() {
    return fixture.rows().number("SELECT COUNT(*) FROM effect");
  }

  private static long effects(String event) {
    return fixture.rows().number("SELECT COUNT(*) FROM effect WHERE event = ?", event);
  }

  private static long done() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_webhook_event WHERE state = 'DONE'");
  }

  private void receive(int events) {
    for (int event = 1; event <= events; event++) {
      inbox.receive(verifier, Deliveries.of("evt_" + event));
    }
  }

  private void killAt(HandlingProgram.Step step, boolean careless) throws IOException {
    receive(3);
    List<String> arguments =
        List.of(fixture.schema().jdbcUrl(), step.name(), String.valueOf(careless));
    try (ChildJvm child = ChildJvm.start(HandlingProgram.class, arguments)) {
      child.killAt(line -> line.equals(HandlingProgram.REACHED));
    }
  }

  /** As often as it takes for the server to have noticed the death, which held a lock. */
  private static void handleAfterTheLease() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              fixture
                  .rows()
                  .update(
                      "UPDATE travel_webhook_event SET due_at = '2001-01-01'"
                          + " WHERE state = 'WAITING'");
              inbox.process(10, Effects::write);
              return done() == 3;
            });
  }

  @ParameterizedTest
  @EnumSource
  void killed_at_any_step_the_done_mark_and_the_effect_are_both_there_or_none(
      HandlingProgram.Step step) throws IOException {
    killAt(step, false);

    assertThat(effects()).isEqualTo(done());
    assertThat(inbox.process(10, Effects::write).claimed()).as("leased").isZero();
    handleAfterTheLease();
    assertThat(effects()).isEqualTo(3);
    assertThat(effects(HandlingProgram.FATAL)).isOne();
  }

  @Test
  void control_a_handler_that_writes_beside_the_transaction_has_its_effect_twice()
      throws IOException {
    killAt(HandlingProgram.Step.AFTER_THE_EFFECT, true);

    assertThat(effects(HandlingProgram.FATAL)).isOne();
    assertThat(
            fixture
                .rows()
                .number(
                    "SELECT COUNT(*) FROM travel_webhook_event WHERE event_id = ? AND state = 'DONE'",
                    HandlingProgram.FATAL))
        .isZero();
    handleAfterTheLease();
    assertThat(effects(HandlingProgram.FATAL)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void a_delivery_whose_commit_was_cut_is_stored_once_and_answered_as_new(Cut at) {
    proxy.cutNext(at);
    int before = proxy.cuts();

    assertThat(cut.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(new Receipt.Accepted(1, 0));

    assertThat(proxy.cuts()).isEqualTo(before + 1);
    assertThat(cut.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(new Receipt.Duplicate(1));
    assertThat(inbox.process(10, Effects::write).handled()).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void an_event_whose_commit_was_cut_has_one_effect_and_is_told_as_handled(Cut at) {
    handleThroughACut(1, at);
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void events_whose_common_commit_was_cut_have_one_effect_each_and_are_told_as_handled(Cut at) {
    handleThroughACut(3, at);
  }

  private void handleThroughACut(int events, Cut at) {
    receive(events);
    boolean[] armed = {false};

    ProcessReport report =
        cut.process(
            10,
            (webhook, connection) -> {
              if (!armed[0]) {
                armed[0] = true;
                proxy.cutNext(at);
              }
              return Effects.write(webhook, connection);
            });

    assertThat(report).isEqualTo(new ProcessReport(events, 0, 0, 0, 0));
    assertThat(effects()).isEqualTo(events);
    assertThat(done()).isEqualTo(events);
  }
}
