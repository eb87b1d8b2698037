package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Deliveries.believed;
import static io.travelsuite.payments.webhook.Deliveries.rejected;
import static io.travelsuite.payments.webhook.Deliveries.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.webhook.VerifiedWebhook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BodyHmacVerifierTest {

  private static final String ORDER = "{\"id\":820982911946154508,\"total_price\":\"254.98\"}";

  private static VerifiedWebhook paystack(String body) {
    return believed(
        BodyHmacVerifier.paystack(settings())
            .verify(
                Deliveries.of(body, "x-paystack-signature", Deliveries.hex(Hmac.SHA512, body))));
  }

  private static VerifiedWebhook flutterwave(String body) {
    return believed(
        BodyHmacVerifier.flutterwave(settings())
            .verify(
                Deliveries.of(
                    body, "flutterwave-signature", Deliveries.base64(Hmac.SHA256, body))));
  }

  private static Verification shopify(String body, Map<String, String> unsigned) {
    Map<String, String> headers = new HashMap<>(unsigned);
    headers.put("X-Shopify-Hmac-SHA256", Deliveries.base64(Hmac.SHA256, ORDER));
    return BodyHmacVerifier.shopify(settings()).verify(Deliveries.of(body, headers));
  }

  @Test
  void headers_that_shopify_does_not_sign_are_not_in_the_event() {
    VerifiedWebhook created =
        believed(
            shopify(
                ORDER, Map.of("X-Shopify-Topic", "orders/create", "X-Shopify-Event-Id", "e-1")));
    VerifiedWebhook forged =
        believed(
            shopify(ORDER, Map.of("X-Shopify-Topic", "orders/paid", "X-Shopify-Event-Id", "e-2")));
    assertThat(forged).isEqualTo(created);
    assertThat(created.eventType()).isEmpty();
    assertThat(created.objectId()).isEqualTo("820982911946154508");
  }

  @Test
  void control_another_body_is_another_event() {
    rejected(shopify(ORDER + " ", Map.of()), RejectionReason.SIGNATURE_MISMATCH);
  }

  @Test
  void headers_that_github_does_not_sign_are_not_in_the_event() {
    String body = "{\"action\":\"opened\"}";
    String signature = "sha256=" + Deliveries.hex(Hmac.SHA256, body);
    BodyHmacVerifier verifier = BodyHmacVerifier.gitHub(settings());
    Function<String, VerifiedWebhook> delivered =
        delivery ->
            believed(
                verifier.verify(
                    Deliveries.of(
                        body,
                        Map.of("X-Hub-Signature-256", signature, "X-GitHub-Delivery", delivery))));
    assertThat(delivered.apply("d-2")).isEqualTo(delivered.apply("d-1"));
    assertThat(delivered.apply("d-1").eventType()).isEqualTo("opened");
  }

  @Test
  void paystack_tells_its_mode_and_each_step_of_an_object_is_an_event() {
    String charge = "{\"event\":\"charge.success\",\"data\":{\"id\":302961,\"domain\":\"test\"}}";
    VerifiedWebhook test = paystack(charge);
    assertThat(test.mode()).isEqualTo(Mode.TEST);
    assertThat(test.eventId()).isEqualTo("charge.success:302961");
    assertThat(paystack(charge + "\n").eventId()).isEqualTo(test.eventId());
    assertThat(paystack(charge.replace("\"test\"", "\"live\"")).mode()).isEqualTo(Mode.LIVE);
    assertThat(paystack(charge.replace("\"test\"", "\"\"")).mode()).isNull();
    assertThat(paystack(charge.replace("charge.success", "refund.processed")).eventId())
        .isNotEqualTo(test.eventId());
  }

  @Test
  void a_flutterwave_charge_that_was_pending_and_then_succeeded_is_two_events() {
    String pending =
        "{\"type\":\"charge.completed\",\"data\":{\"id\":\"chg_1\",\"status\":\"pending\"}}";
    VerifiedWebhook first = flutterwave(pending);
    VerifiedWebhook second = flutterwave(pending.replace("pending", "succeeded"));
    assertThat(second.eventId()).isNotEqualTo(first.eventId());
    assertThat(second.objectId()).isEqualTo("chg_1");
  }

  @Test
  void checkout_names_event_type_and_payment() {
    String body = "{\"id\":\"evt_1\",\"type\":\"payment_captured\",\"data\":{\"id\":\"pay_1\"}}";
    VerifiedWebhook webhook =
        believed(
            BodyHmacVerifier.checkout(settings())
                .verify(Deliveries.of(body, "Cko-Signature", Deliveries.hex(Hmac.SHA256, body))));
    assertThat(List.of(webhook.provider(), webhook.eventId(), webhook.eventType()))
        .containsExactly("checkout", "evt_1", "payment_captured");
    assertThat(webhook.objectId()).isEqualTo("pay_1");
  }

  @Test
  void each_event_of_a_gocardless_batch_has_its_own_body() {
    String first =
        "{\"id\":\"EV1\",\"resource_type\":\"payments\",\"action\":\"confirmed\","
            + "\"links\":{\"payment\":\"PM1\"}}";
    String body = "{\"events\":[" + first + ",{\"id\":\"EV2\"}]}";
    List<VerifiedWebhook> events = goCardless(body).webhooks();
    assertThat(events).extracting(VerifiedWebhook::eventId).containsExactly("EV1", "EV2");
    assertThat(Deliveries.text(events.get(0))).isEqualTo(first);
    assertThat(events.get(0).eventType()).isEqualTo("payments.confirmed");
    assertThat(events.get(0).objectId()).isEqualTo("PM1");
    assertThat(goCardless("{\"events\":[]}").webhooks()).isEmpty();
    assertThat(goCardless("signed, but no batch").webhooks()).hasSize(1);
  }

  @Test
  void what_is_odd_in_a_signed_event_breaks_nothing() {
    for (String odd :
        new String[] {
          "{\"id\":\"\\ud800\"}",
          "{\"id\":1e999999999}",
          "{\"id\":\"" + "x".repeat(300) + "\"}",
          "{\"id\":{},\"resource_type\":[]}",
          "{\"id\":\"EV1\",\"resource_type\":\"~/s\",\"links\":{\"\":0}}",
          "null",
          "[[]]"
        }) {
      assertThat(goCardless("{\"events\":[" + odd + "]}").webhooks()).hasSize(1);
    }
  }

  private static Verified goCardless(String body) {
    Verification answer =
        BodyHmacVerifier.goCardless(settings())
            .verify(Deliveries.of(body, "Webhook-Signature", Deliveries.hex(Hmac.SHA256, body)));
    return (Verified) answer;
  }

  @Test
  void without_a_secret_no_verifier_is_made() {
    VerifierSettings none = VerifierSettings.of("main", Deliveries.CLOCK);
    assertThatThrownBy(() -> BodyHmacVerifier.checkout(none))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("secret");
  }
}
