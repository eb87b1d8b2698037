package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Deliveries.SECRET;
import static io.travelsuite.payments.webhook.Deliveries.rejected;
import static io.travelsuite.payments.webhook.Deliveries.toReadBack;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.webhook.VerifiedWebhook;
import org.junit.jupiter.api.Test;

class IyzicoVerifierTest {

  private static final String DIRECT =
      "{\"paymentConversationId\":\"42-a\",\"merchantId\":1,\"paymentId\":5,\"status\":\"SUCCESS\","
          + "\"iyziReferenceCode\":\"r-1\",\"iyziEventType\":\"API_AUTH\",\"iyziPaymentId\":5}";
  private static final String DIRECT_SIGNED = SECRET + "API_AUTH542-aSUCCESS";

  private final IyzicoVerifier verifier = new IyzicoVerifier(Deliveries.settings());

  private Verification deliver(String body, String signed) {
    return verifier.verify(
        Deliveries.of(body, "X-IYZ-SIGNATURE-V3", Deliveries.hex(Hmac.SHA256, signed)));
  }

  @Test
  void what_is_not_signed_is_not_in_the_event() {
    VerifiedWebhook event = toReadBack(deliver(DIRECT, DIRECT_SIGNED));
    assertThat(event.objectId()).isEqualTo("5");
    assertThat(event.eventType()).isEqualTo("API_AUTH");
    String forged =
        DIRECT.replace("r-1", "r-2").replace("\"merchantId\":1", "\"merchantId\":2,\"price\":1");
    assertThat(toReadBack(deliver(forged, DIRECT_SIGNED))).isEqualTo(event);
    assertThat(Deliveries.text(event)).contains("42-a").doesNotContain("r-1", "merchantId");
  }

  @Test
  void an_unsigned_payment_id_that_is_another_is_refused() {
    String forged = DIRECT.replace("\"iyziPaymentId\":5", "\"iyziPaymentId\":6");
    rejected(deliver(forged, DIRECT_SIGNED), RejectionReason.SIGNED_FIELDS_INSUFFICIENT);
  }

  /** The same signed bytes, cut elsewhere: whichever was sent, it is to be read back. */
  @Test
  void digits_moved_between_the_values_move_no_money() {
    String moved = DIRECT.replace("\"42-a\"", "\"-a\"").replace("Id\":5", "Id\":542");
    assertThat(toReadBack(deliver(moved, DIRECT_SIGNED)).objectId()).isEqualTo("542");
    String hosted =
        "{\"iyziPaymentId\":5,\"token\":\"42\",\"paymentConversationId\":\"-a\","
            + "\"status\":\"SUCCESS\",\"iyziEventType\":\"API_AUTH\"}";
    toReadBack(deliver(hosted, DIRECT_SIGNED));
  }

  @Test
  void control_a_changed_value_is_rejected() {
    String changed = DIRECT.replace("SUCCESS", "FAILURE");
    rejected(deliver(changed, DIRECT_SIGNED), RejectionReason.SIGNATURE_MISMATCH);
  }

  @Test
  void each_status_of_a_payment_is_an_event() {
    VerifiedWebhook success = toReadBack(deliver(DIRECT, DIRECT_SIGNED));
    VerifiedWebhook failure =
        toReadBack(deliver(DIRECT.replace("SUCCESS", "FAILURE"), SECRET + "API_AUTH542-aFAILURE"));
    assertThat(failure.eventId()).isNotEqualTo(success.eventId());
  }
}
