package io.travelsuite.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import org.junit.jupiter.api.Test;

class VerifiedWebhookTest {

  private static VerifiedWebhook webhook(String id, String body) {
    return new VerifiedWebhook(
        "stripe",
        "main",
        Mode.TEST,
        id,
        "charge.succeeded",
        "ch_1",
        body.getBytes(UTF_8),
        WebhookTrust.CONTENT);
  }

  @Test
  void it_is_told_from_others_by_the_bytes_of_its_body_and_cannot_be_changed() {
    VerifiedWebhook webhook = webhook("evt_1", "{}");
    webhook.body()[0] = 'x';
    assertThat(webhook).isEqualTo(webhook("evt_1", "{}")).hasSameHashCodeAs(webhook("evt_1", "{}"));
    assertThat(webhook).isNotEqualTo(webhook("evt_1", "[]")).isNotEqualTo(webhook("evt_2", "{}"));
  }

  @Test
  void its_text_shows_no_body() {
    assertThat(webhook("evt_1", "{\"card\":\"4242\"}").toString())
        .contains("evt_1", "15 bytes")
        .doesNotContain("4242");
  }

  @Test
  void an_id_that_fits_no_key_is_refused() {
    assertThatThrownBy(() -> webhook("", "{}")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> webhook("x".repeat(256), "{}"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void only_signed_content_needs_no_reading_back() {
    assertThat(WebhookTrust.CONTENT.needsFetchBack()).isFalse();
    assertThat(WebhookTrust.SENDER.needsFetchBack()).isTrue();
    assertThat(WebhookTrust.HINT.needsFetchBack()).isTrue();
  }
}
