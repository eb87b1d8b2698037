package io.travelsuite.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Deliveries signed by one secret with any algorithm, and what is read of the answers. */
final class Deliveries {

  static final String SECRET = "a secret of tests";
  static final Clock CLOCK = Signing.CLOCK;

  private Deliveries() {}

  static VerifierSettings settings() {
    return Signing.settings(SECRET);
  }

  static WebhookRequest of(String body, String header, String value) {
    return of(body, Map.of(header, value));
  }

  static WebhookRequest of(String body, Map<String, String> headers) {
    Map<String, List<String>> listed = new HashMap<>();
    headers.forEach((name, value) -> listed.put(name, List.of(value)));
    return WebhookRequest.of(body.getBytes(StandardCharsets.UTF_8), listed);
  }

  private static byte[] hmac(String algorithm, String message) {
    return Signing.hmac(algorithm, SECRET.getBytes(StandardCharsets.UTF_8), message);
  }

  static String hex(String algorithm, String message) {
    return HexFormat.of().formatHex(hmac(algorithm, message));
  }

  static String base64(String algorithm, String message) {
    return Base64.getEncoder().encodeToString(hmac(algorithm, message));
  }

  /** The one event of an answer whose content may be believed. */
  static VerifiedWebhook believed(Verification answer) {
    assertThat(answer).isInstanceOf(Verified.class);
    VerifiedWebhook webhook = ((Verified) answer).webhooks().get(0);
    assertThat(webhook.trust()).isEqualTo(WebhookTrust.CONTENT);
    return webhook;
  }

  /** The one event of an answer that is to be read back. */
  static VerifiedWebhook toReadBack(Verification answer) {
    assertThat(answer).isInstanceOf(FetchBackRequired.class);
    VerifiedWebhook webhook = ((FetchBackRequired) answer).webhooks().get(0);
    assertThat(webhook.trust()).isEqualTo(WebhookTrust.SENDER);
    return webhook;
  }

  static void rejected(Verification answer, RejectionReason reason) {
    assertThat(answer).isEqualTo(new Rejected(reason));
  }

  static String text(VerifiedWebhook webhook) {
    return new String(webhook.body(), StandardCharsets.UTF_8);
  }
}
