package io.travelsuite.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of deliveries, and how much. */
class WebhookAuditTest extends InboxSuite {

  private static final String CARD = "4111 1111 1111 1111";
  private static final String TOKEN = "tok_static_secret_93f1";

  private static final String ALL =
      """
      SELECT CONCAT_WS('|', provider, CONVERT(verdict USING utf8mb4), reason, events, IFNULL(first_event, '-'), body_size,
        headers, more) FROM travel_webhook_delivery ORDER BY id
      """;

  private List<String> audit() {
    return fixture.rows().texts(ALL);
  }

  /** Everything of both tables as text. */
  private String everything() {
    String events =
        """
        SELECT CONCAT_WS('|', provider, account, event_id, event_type, object_id, note,
          CONVERT(body USING utf8mb4)) FROM travel_webhook_event
        """;
    return String.join("\n", audit()) + String.join("\n", fixture.rows().texts(events));
  }

  @Test
  void every_delivery_is_in_the_audit_log_refused_ones_too() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    inbox.receive(verifier, Deliveries.of("evt_1"));
    inbox.receive(verifier, Deliveries.forged("evt_2"));

    assertThat(audit())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("stripe|ACCEPTED||1|evt_1|"),
            second -> assertThat(second).startsWith("stripe|DUPLICATE||1|evt_1|"),
            third -> assertThat(third).startsWith("stripe|REFUSED|signature-mismatch|0|-|"));
    String digest =
        "SELECT COUNT(*) FROM travel_webhook_delivery WHERE body_sha256 = " + "UNHEX(SHA2(?, 256))";
    assertThat(fixture.rows().number(digest, Deliveries.body("evt_1", false, ""))).isEqualTo(2);
  }

  @Test
  void a_refused_delivery_leaves_nothing_else_and_is_answered_400() {
    Receipt receipt = inbox.receive(verifier, Deliveries.forged("evt_1"));

    assertThat(receipt).isEqualTo(new Receipt.Refused(400, "signature-mismatch"));
    assertThat(process(Effects::write).claimed()).isZero();
    assertThat(inbox.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(NEW);
  }

  @Test
  void no_secret_no_signature_and_no_card_number_is_kept() {
    Map<String, List<String>> headers =
        Map.of(
            "Authorization", List.of("Bearer " + TOKEN),
            "X-Callback-Token", List.of(TOKEN),
            "Cookie", List.of("session=" + TOKEN),
            "Content-Type", List.of("application/json"),
            "User-Agent", List.of("Provider/1.0 card " + CARD));
    String body = Deliveries.body("evt_1", true, ",\"note\":\"paid by " + CARD + "\"");
    WebhookRequest signed = Deliveries.signed(body, headers);

    assertThat(inbox.receive(verifier, signed)).isEqualTo(NEW);
    inbox.receive(
        verifier, WebhookRequest.of((body + " ").getBytes(StandardCharsets.UTF_8), headers));

    String signature = signed.headers("stripe-signature").get(0);
    assertThat(everything())
        .contains("application/json", "Provider/1.0 card [card …1111]", "paid by [card …1111]")
        .doesNotContain(TOKEN, CARD, signature, Deliveries.SECRET);
  }

  @Test
  void an_event_without_a_card_number_is_kept_to_the_byte() {
    String body =
        Deliveries.body("evt_1", true, ",\"created\":1768465800,\"phone\":\"+4915112345678\"");
    inbox.receive(verifier, Deliveries.signed(body, Map.of()));

    assertThat(fixture.rows().texts("SELECT CONVERT(body USING utf8mb4) FROM travel_webhook_event"))
        .containsExactly(body);
  }

  @Test
  void headers_are_cut_short_and_hold_nothing_but_ascii() {
    String agent = "\u0000\u001b[31m" + "x".repeat(100_000);
    WebhookRequest request =
        WebhookRequest.of(new byte[0], Map.of("User-Agent", List.of(agent, "second")));

    inbox.receive(verifier, request);

    assertThat(audit().get(0)).contains("??[31mx").hasSizeLessThan(400);
  }

  @Test
  void a_flood_of_forgeries_is_written_down_up_to_a_bound_and_counted_beyond() {
    WebhookInbox bounded =
        JdbcWebhookInbox.of(
            travel, InboxSettings.DEFAULT.bounds(new InboxSettings.Bounds(1 << 20, 3, 6_000)));

    for (int i = 0; i < 500; i++) {
      Receipt receipt = bounded.receive(verifier, Deliveries.forged("evt_" + i));
      assertThat(receipt.httpStatus()).isEqualTo(400);
    }

    assertThat(audit()).hasSize(3);
    bounded.purge(100);
    assertThat(audit()).hasSize(4).last().asString().endsWith("|497");
    bounded.purge(100);
    assertThat(audit()).hasSize(4);
    assertThat(bounded.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(NEW);
  }

  @Test
  void control_without_the_bound_the_flood_is_all_written_down() {
    WebhookInbox unbounded =
        JdbcWebhookInbox.of(
            travel,
            InboxSettings.DEFAULT.bounds(new InboxSettings.Bounds(1 << 20, 1_000_000, 6_000)));

    for (int i = 0; i < 500; i++) {
      unbounded.receive(verifier, Deliveries.forged("evt_" + i));
    }

    assertThat(audit()).hasSize(500);
  }

  @Test
  void a_flood_of_what_anybody_may_send_is_refused_beyond_a_bound() {
    WebhookInbox bounded =
        JdbcWebhookInbox.of(
            travel, InboxSettings.DEFAULT.bounds(new InboxSettings.Bounds(1 << 20, 60, 5)));

    for (int i = 0; i < 20; i++) {
      Receipt receipt = bounded.receive(Deliveries.unsigned(), Deliveries.hint("tr_" + i));
      assertThat(receipt.httpStatus()).isEqualTo(i < 5 ? 200 : 429);
    }

    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_webhook_event")).isEqualTo(5);
    assertThat(bounded.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(NEW);
  }

  @Test
  void a_body_that_is_too_large_is_answered_413_before_it_is_looked_at() {
    WebhookInbox bounded =
        JdbcWebhookInbox.of(
            travel, InboxSettings.DEFAULT.bounds(new InboxSettings.Bounds(1_024, 60, 60)));
    String body = Deliveries.body("evt_1", true, ",\"x\":\"" + "x".repeat(1_024) + "\"");

    Receipt receipt = bounded.receive(verifier, Deliveries.signed(body, Map.of()));

    assertThat(receipt).isEqualTo(new Receipt.Refused(413, "too-large"));
  }

  @Test
  void purging_takes_handled_events_and_audit_rows_past_their_retention_in_batches() {
    for (int i = 0; i < 5; i++) {
      inbox.receive(verifier, Deliveries.of("done_" + i));
    }
    process(Effects::write);
    inbox.receive(verifier, Deliveries.of("waiting"));

    clock.advance(Duration.ofDays(29));
    assertThat(inbox.purge(3)).isZero();
    clock.advance(Duration.ofDays(2));
    assertThat(inbox.purge(4)).as("audit").isEqualTo(4);
    assertThat(inbox.purge(4)).isEqualTo(2);
    clock.advance(Duration.ofDays(60));
    assertThat(inbox.purge(4)).as("events").isEqualTo(4);
    assertThat(inbox.purge(4)).isOne();
    assertThat(inbox.purge(4)).isZero();

    assertThat(process(Effects::write).handled()).as("what waits is kept").isOne();
    assertThat(inbox.receive(verifier, Deliveries.of("done_1"))).as("forgotten").isEqualTo(NEW);
  }
}
