package io.travelsuite.benchmarks.webhook;

import io.travelsuite.payments.webhook.StripeVerifier;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a provider delivers: events of 2 KB, signed, one in ten of them once more. */
final class Events {

  private static final String SECRET = "whsec_benchmark";
  private static final String TIME = "1800000000";
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
  private static final String PADDING = "metadata of a payment. ".repeat(75);

  private Events() {}

  static WebhookVerifier verifier() {
    return new StripeVerifier(VerifierSettings.of("main", CLOCK, Secret.of(SECRET)));
  }

  /** The event of a delivery: of ten the last is an earlier one again. */
  static String id(long delivery) {
    return "evt_" + (delivery % 10 == 9 ? Math.max(0, delivery - 7) : delivery);
  }

  static byte[] body(String id) {
    return """
        {"id":"%s","object":"event","type":"payment_intent.succeeded","livemode":false,
        "data":{"object":{"id":"pi_%s","amount":1900,"currency":"eur","note":"%s"}}}"""
        .formatted(id, id, PADDING)
        .getBytes(StandardCharsets.UTF_8);
  }

  static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((TIME + ".").getBytes(StandardCharsets.UTF_8));
      return "t=" + TIME + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
