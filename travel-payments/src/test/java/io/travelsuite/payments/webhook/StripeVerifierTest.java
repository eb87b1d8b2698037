package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Signing.SECONDS;
import static io.travelsuite.payments.webhook.Signing.rejected;
import static io.travelsuite.payments.webhook.Signing.request;
import static io.travelsuite.payments.webhook.Signing.settings;
import static io.travelsuite.payments.webhook.Signing.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StripeVerifierTest {

  private static final String BODY =
      """
      {"id":"evt_1","type":"charge.refunded","livemode":true,"data":{"object":{"id":"ch_1"}}}\
      """;

  private static WebhookRequest signed(String secret, long time, String body) {
    String signature = Signing.hex(secret, time + "." + body);
    return request(body, "STRIPE-signature", "t=" + time + ", v1=" + signature);
  }

  @Test
  void a_verified_event_tells_what_happened_to_what_in_which_mode() {
    VerifiedWebhook event =
        verified(new StripeVerifier(settings("s")).verify(signed("s", SECONDS, BODY)));
    assertThat(event.eventId()).isEqualTo("evt_1");
    assertThat(event.eventType()).isEqualTo("charge.refunded");
    assertThat(event.objectId()).isEqualTo("ch_1");
    assertThat(event.mode()).isEqualTo(Mode.LIVE);
    assertThat(event.trust()).isEqualTo(WebhookTrust.CONTENT);
    assertThat(event.account()).isEqualTo("main");
  }

  @Test
  void the_mode_of_the_settings_counts_only_where_the_event_does_not_say() {
    StripeVerifier verifier = new StripeVerifier(settings("s").modeUnlessSaid(Mode.TEST));
    assertThat(verified(verifier.verify(signed("s", SECONDS, BODY))).mode()).isEqualTo(Mode.LIVE);
    assertThat(verified(verifier.verify(signed("s", SECONDS, "{}"))).mode()).isEqualTo(Mode.TEST);
    assertThat(
            verified(new StripeVerifier(settings("s")).verify(signed("s", SECONDS, "{}"))).mode())
        .isNull();
  }

  @Test
  void both_secrets_count_while_one_replaces_the_other_and_no_third() {
    StripeVerifier verifier = new StripeVerifier(settings("new", "old"));
    assertThat(verifier.verify(signed("new", SECONDS, BODY))).isInstanceOf(Verified.class);
    assertThat(verifier.verify(signed("old", SECONDS, BODY))).isInstanceOf(Verified.class);
    assertThat(verifier.verify(signed("other", SECONDS, BODY)))
        .isEqualTo(rejected(RejectionReason.SIGNATURE_MISMATCH));
  }

  @Test
  void the_tolerance_holds_in_both_directions_its_bounds_included() {
    StripeVerifier verifier = new StripeVerifier(settings("s").tolerance(Duration.ofSeconds(10)));
    assertThat(verifier.verify(signed("s", SECONDS - 10, BODY))).isInstanceOf(Verified.class);
    assertThat(verifier.verify(signed("s", SECONDS + 10, BODY))).isInstanceOf(Verified.class);
    assertThat(verifier.verify(signed("s", SECONDS - 11, BODY)))
        .isEqualTo(rejected(RejectionReason.TIMESTAMP_TOO_OLD));
    assertThat(verifier.verify(signed("s", SECONDS + 11, BODY)))
        .isEqualTo(rejected(RejectionReason.TIMESTAMP_TOO_NEW));
  }

  @Test
  void a_missing_header_a_second_one_and_a_second_time_are_refused() {
    StripeVerifier verifier = new StripeVerifier(settings("s"));
    assertThat(verifier.verify(request(BODY)))
        .isEqualTo(rejected(RejectionReason.MISSING_SIGNATURE));
    assertThat(verifier.verify(request(BODY, "Stripe-Signature", "t=1,t=2,v1=aa")))
        .isEqualTo(rejected(RejectionReason.MALFORMED_HEADER));
    assertThat(
            verifier.verify(
                request(BODY, "Stripe-Signature", "t=1,v1=aa", "stripe-signature", "t=2,v1=aa")))
        .isEqualTo(rejected(RejectionReason.MALFORMED_HEADER));
  }

  @Test
  void a_verified_body_that_is_no_json_is_an_event_by_its_digest() {
    StripeVerifier verifier = new StripeVerifier(settings("s"));
    VerifiedWebhook event = verified(verifier.verify(signed("s", SECONDS, "no json")));
    assertThat(event.eventId()).startsWith("sha256:").hasSize(71);
    assertThat(event.eventType()).isEmpty();
    assertThat(verified(verifier.verify(signed("s", SECONDS, "no json")))).isEqualTo(event);
  }

  @Test
  void no_verifier_is_made_without_a_secret() {
    assertThatThrownBy(() -> new StripeVerifier(settings()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo("secret"));
    assertThatThrownBy(() -> settings("")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> settings("s").tolerance(Duration.ZERO))
        .isInstanceOf(InvalidRequestException.class);
  }
}
