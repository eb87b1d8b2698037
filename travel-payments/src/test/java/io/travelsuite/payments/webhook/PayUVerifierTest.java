package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Deliveries.SECRET;
import static io.travelsuite.payments.webhook.Deliveries.rejected;
import static io.travelsuite.payments.webhook.Deliveries.settings;
import static io.travelsuite.payments.webhook.Deliveries.toReadBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.payments.webhook.PayUVerifier.Hash;
import io.travelsuite.webhook.VerifiedWebhook;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayUVerifierTest {

  private static final String COMPLETED =
      "{\"order\":{\"orderId\":\"O1\",\"status\":\"COMPLETED\",\"totalAmount\":\"21000\"}}";

  private static WebhookRequest signed(String body, String algorithm) {
    byte[] digest = Digests.digest(algorithm, (body + SECRET).getBytes(StandardCharsets.UTF_8));
    return Deliveries.of(
        body,
        "OpenPayu-Signature",
        "sender=checkout;signature=%s;algorithm=%s;content=DOCUMENT"
            .formatted(HexFormat.of().formatHex(digest), algorithm));
  }

  @Test
  void an_order_is_read_back_whatever_the_hash() {
    PayUVerifier verifier = new PayUVerifier(settings());
    for (String algorithm : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"}) {
      VerifiedWebhook event = toReadBack(verifier.verify(signed(COMPLETED, algorithm)));
      assertThat(event.objectId()).isEqualTo("O1");
      assertThat(event.eventId()).isEqualTo("O1:COMPLETED");
    }
  }

  /** The header names the hash, and the header is the sender's. */
  @Test
  void a_hash_that_is_not_accepted_is_refused() {
    PayUVerifier strict = new PayUVerifier(settings(), Set.of(Hash.SHA_256));
    rejected(strict.verify(signed(COMPLETED, "MD5")), RejectionReason.UNSUPPORTED_SCHEME);
    toReadBack(strict.verify(signed(COMPLETED, "SHA-256")));
  }

  @Test
  void control_where_every_hash_is_accepted_so_is_the_weakest() {
    toReadBack(new PayUVerifier(settings()).verify(signed(COMPLETED, "MD5")));
  }

  @Test
  void two_refunds_of_an_order_are_two_events() {
    String refund =
        "{\"orderId\":\"O1\",\"refund\":{\"refundId\":\"R1\",\"amount\":\"100\","
            + "\"status\":\"FINALIZED\"}}";
    PayUVerifier verifier = new PayUVerifier(settings());
    VerifiedWebhook one = toReadBack(verifier.verify(signed(refund, "MD5")));
    VerifiedWebhook other = toReadBack(verifier.verify(signed(refund.replace("R1", "R2"), "MD5")));
    assertThat(one.eventType()).isEqualTo("refund.FINALIZED");
    assertThat(one.objectId()).isEqualTo(other.objectId()).isEqualTo("O1");
    assertThat(other.eventId()).isNotEqualTo(one.eventId());
  }

  @Test
  void without_a_hash_to_accept_no_verifier_is_made() {
    assertThatThrownBy(() -> new PayUVerifier(settings(), Set.of()))
        .isInstanceOf(InvalidRequestException.class);
  }
}
