package io.travelsuite.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.payments.webhook.Verified;
import io.travelsuite.webhook.VerifiedWebhook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void a_batch_is_as_many_events_as_it_holds() {
    List<VectorCase> batches =
        Vectors.cases().stream()
            .filter(vector -> vector.isValid() && vector.json().has("eventIds"))
            .toList();
    assertThat(batches).extracting(VectorCase::provider).contains("gocardless", "sendgrid");
    batches.forEach(vector -> assertThat(eventIds(vector)).isEqualTo(expected(vector)));
  }

  private static List<String> eventIds(VectorCase vector) {
    Verified verified = (Verified) Verifiers.of(vector).verify(vector.request());
    return verified.webhooks().stream().map(VerifiedWebhook::eventId).toList();
  }

  private static List<String> expected(VectorCase vector) {
    List<String> ids = new ArrayList<>();
    vector.json().path("eventIds").forEach(id -> ids.add(id.asText()));
    return ids;
  }
}
