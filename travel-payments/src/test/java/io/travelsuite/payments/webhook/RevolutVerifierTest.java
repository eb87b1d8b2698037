package io.travelsuite.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.webhook.VerifiedWebhook;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevolutVerifierTest {

  private final RevolutVerifier verifier = new RevolutVerifier(Deliveries.settings());

  private Verification deliver(String body, long millis) {
    String signature = "v1=" + Deliveries.hex(Hmac.SHA256, "v1." + millis + "." + body);
    return verifier.verify(
        Deliveries.of(
            body,
            Map.of(
                "Revolut-Signature",
                signature,
                "Revolut-Request-Timestamp",
                String.valueOf(millis))));
  }

  @Test
  void the_window_is_five_minutes_both_ways_to_the_millisecond() {
    long now = Deliveries.CLOCK.millis();
    Deliveries.believed(deliver("{}", now - 300_000));
    Deliveries.believed(deliver("{}", now + 300_000));
    Deliveries.rejected(deliver("{}", now - 300_001), RejectionReason.TIMESTAMP_TOO_OLD);
    Deliveries.rejected(deliver("{}", now + 300_001), RejectionReason.TIMESTAMP_TOO_NEW);
  }

  @Test
  void an_event_delivered_again_later_is_the_same_event() {
    String order = "{\"event\":\"ORDER_COMPLETED\",\"order_id\":\"o-1\"}";
    long now = Deliveries.CLOCK.millis();
    VerifiedWebhook first = Deliveries.believed(deliver(order, now - 1000));
    assertThat(Deliveries.believed(deliver(order, now)).eventId()).isEqualTo(first.eventId());
    assertThat(first.objectId()).isEqualTo("o-1");
  }

  @Test
  void each_state_of_a_transaction_is_an_event() {
    String pending =
        "{\"event\":\"TransactionStateChanged\",\"data\":{\"id\":\"t-1\",\"new_state\":\"pending\"}}";
    long now = Deliveries.CLOCK.millis();
    VerifiedWebhook one = Deliveries.believed(deliver(pending, now));
    VerifiedWebhook other =
        Deliveries.believed(deliver(pending.replace("pending", "completed"), now));
    assertThat(one.objectId()).isEqualTo("t-1");
    assertThat(other.eventId()).isNotEqualTo(one.eventId());
  }
}
