package io.travelsuite.examples.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.payments.webhook.FetchBackRequired;
import io.travelsuite.payments.webhook.Rejected;
import io.travelsuite.payments.webhook.RejectionReason;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Another body with the CRC of a genuine delivery, which is all of the body that PayPal signs. */
class PayPalForgeryTest {

  private static final String FORGED =
      "{\"id\":\"WH-1\",\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\",\"resource\":{\"id\":\"P\"}}";

  private final VectorCase genuine = VectorFile.read(Vectors.FOLDER.resolve("paypal.json")).get(0);
  private final WebhookVerifier verifier = Verifiers.of(genuine);

  @Test
  void a_forged_body_under_a_genuine_signature_moves_no_money_and_is_no_second_event() {
    byte[] forged = withCrc(FORGED.getBytes(UTF_8), crc(genuine.request().body()));
    assertThat(crc(forged)).isEqualTo(crc(genuine.request().body()));
    VerifiedWebhook event = event(forged);
    assertThat(event.trust()).isEqualTo(WebhookTrust.SENDER);
    assertThat(event.trust().needsFetchBack()).isTrue();
    assertThat(event.eventId()).isEqualTo(event(genuine.request().body()).eventId());
  }

  /** The forgery is one of the CRC: without it the signature does not hold. */
  @Test
  void control_a_forged_body_with_another_crc_is_rejected() {
    assertThat(verifier.verify(with(FORGED.getBytes(UTF_8))))
        .isEqualTo(new Rejected(RejectionReason.SIGNATURE_MISMATCH));
  }

  private VerifiedWebhook event(byte[] body) {
    return ((FetchBackRequired) verifier.verify(with(body))).webhooks().get(0);
  }

  private WebhookRequest with(byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    genuine
        .json()
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    return WebhookRequest.of(body, headers);
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** A body with four bytes behind that give it a CRC: the register is wound back by its table. */
  private static byte[] withCrc(byte[] body, int crc) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ 0xEDB88320;
      }
      table[i] = value;
    }
    int register = ~crc;
    for (int step = 0; step < 4; step++) {
      for (int i = 0; i < table.length; i++) {
        if (table[i] >>> 24 == register >>> 24) {
          register = (register ^ table[i]) << 8 | i;
          break;
        }
      }
    }
    int patch = register ^ ~crc(body);
    byte[] patched = Arrays.copyOf(body, body.length + 4);
    for (int i = 0; i < 4; i++) {
      patched[body.length + i] = (byte) (patch >>> (8 * i));
    }
    return patched;
  }
}
