package io.travelsuite.jdbc.inbox;

import io.travelsuite.payments.webhook.FetchBackRequired;
import io.travelsuite.payments.webhook.StripeVerifier;
import io.travelsuite.payments.webhook.Verification;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries as a provider sends them, and an endpoint's verifiers. */
public final class Deliveries {

  public static final String SECRET = "whsec_inbox_tests";

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-01-15T08:30:00Z"), ZoneOffset.UTC);

  private Deliveries() {}

  /** Of an account's endpoint. */
  public static WebhookVerifier verifier(String account) {
    return new StripeVerifier(VerifierSettings.of(account, CLOCK, Secret.of(SECRET)));
  }

  public static WebhookVerifier verifier() {
    return verifier("main");
  }

  /** The body of an event. */
  public static String body(String event, boolean live, String more) {
    return """
        {"id":"%s","type":"payment_intent.succeeded","livemode":%s,"data":{"object":{"id":"pi_%s"}}%s}"""
        .formatted(event, live, event, more);
  }

  /** A test event, signed. */
  public static WebhookRequest of(String event) {
    return signed(body(event, false, ""), Map.of());
  }

  /** A body, signed, with more headers. */
  public static WebhookRequest signed(String body, Map<String, List<String>> more) {
    String time = String.valueOf(CLOCK.instant().getEpochSecond());
    Map<String, List<String>> headers = new HashMap<>(more);
    headers.put("Stripe-Signature", List.of("t=" + time + ",v1=" + hmac(time + "." + body)));
    return WebhookRequest.of(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** One that nobody signed. */
  public static WebhookRequest forged(String event) {
    Map<String, List<String>> headers =
        Map.of("Stripe-Signature", List.of("t=" + CLOCK.instant().getEpochSecond() + ",v1=00"));
    return WebhookRequest.of(body(event, true, "").getBytes(StandardCharsets.UTF_8), headers);
  }

  /** A provider that signs nothing: its body is the id of what is to be read back. */
  public static WebhookVerifier unsigned() {
    return new WebhookVerifier() {
      @Override
      public String provider() {
        return "unsigned";
      }

      @Override
      public Verification verify(WebhookRequest request) {
        String id = new String(request.body(), StandardCharsets.UTF_8);
        return new FetchBackRequired(
            List.of(
                new VerifiedWebhook(
                    "unsigned", "main", null, id, "", id, request.body(), WebhookTrust.HINT)));
      }
    };
  }

  /** A delivery of {@link #unsigned()}. */
  public static WebhookRequest hint(String id) {
    return WebhookRequest.of(id.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
