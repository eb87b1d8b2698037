package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Deliveries.SECRET;
import static io.travelsuite.payments.webhook.Deliveries.rejected;
import static io.travelsuite.payments.webhook.Deliveries.settings;
import static io.travelsuite.payments.webhook.Deliveries.toReadBack;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.webhook.VerifiedWebhook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaticTokenVerifierTest {

  private static final String PAID =
      "{\"id\":\"inv-1\",\"external_id\":\"booking-42\",\"status\":\"PAID\",\"amount\":50000}";

  private final StaticTokenVerifier xendit = StaticTokenVerifier.xendit(settings());
  private final StaticTokenVerifier flutterwave = StaticTokenVerifier.flutterwave(settings());

  /** The token is all that a forger needs, who has seen it once. */
  @Test
  void no_body_moves_money_by_a_static_token() {
    for (String body :
        List.of(PAID, PAID.replace("inv-1", "inv-2"), "", "[]", "\0", "{\"id\":1}")) {
      toReadBack(xendit.verify(Deliveries.of(body, "x-callback-token", SECRET)));
      toReadBack(flutterwave.verify(Deliveries.of(body, "verif-hash", SECRET)));
    }
  }

  @Test
  void control_where_the_body_is_signed_a_forged_one_is_rejected() {
    String header = "flutterwave-signature";
    String signature = Deliveries.base64(Hmac.SHA256, PAID);
    BodyHmacVerifier signed = BodyHmacVerifier.flutterwave(settings());
    Deliveries.believed(signed.verify(Deliveries.of(PAID, header, signature)));
    rejected(
        signed.verify(Deliveries.of(PAID.replace("inv-1", "inv-2"), header, signature)),
        RejectionReason.SIGNATURE_MISMATCH);
    rejected(
        signed.verify(Deliveries.of(PAID, header, SECRET)), RejectionReason.SIGNATURE_MISMATCH);
  }

  @Test
  void what_is_to_be_read_back_is_named() {
    VerifiedWebhook invoice = xenditEvent(PAID);
    assertThat(invoice.objectId()).isEqualTo("inv-1");
    assertThat(invoice.eventType()).isEqualTo("PAID");
    VerifiedWebhook payment =
        xenditEvent(
            "{\"event\":\"payment.capture\",\"data\":{\"payment_id\":\"py-1\",\"id\":\"pr-1\"}}");
    assertThat(payment.objectId()).isEqualTo("py-1");
    assertThat(payment.eventType()).isEqualTo("payment.capture");
    String charge = "{\"event\":\"charge.completed\",\"data\":{\"id\":285959875}}";
    VerifiedWebhook completed =
        toReadBack(flutterwave.verify(Deliveries.of(charge, "verif-hash", SECRET)));
    assertThat(completed.objectId()).isEqualTo("285959875");
    assertThat(completed.eventType()).isEqualTo("charge.completed");
  }

  @Test
  void an_unsigned_id_does_not_make_another_event() {
    VerifiedWebhook replayed =
        toReadBack(
            xendit.verify(
                Deliveries.of(PAID, Map.of("x-callback-token", SECRET, "webhook-id", "wh-2"))));
    assertThat(replayed).isEqualTo(xenditEvent(PAID));
  }

  @Test
  void another_token_or_part_of_it_is_rejected() {
    for (String token :
        List.of("x", SECRET + "x", SECRET.substring(1), SECRET.toUpperCase(Locale.ROOT))) {
      rejected(
          xendit.verify(Deliveries.of(PAID, "x-callback-token", token)),
          RejectionReason.SIGNATURE_MISMATCH);
    }
    rejected(xendit.verify(Deliveries.of(PAID, Map.of())), RejectionReason.MISSING_SIGNATURE);
  }

  private VerifiedWebhook xenditEvent(String body) {
    return toReadBack(xendit.verify(Deliveries.of(body, "x-callback-token", SECRET)));
  }
}
