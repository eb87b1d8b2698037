package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.examples.server.pay.SandboxEvents;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What payment providers tell. */
class ApiWebhookTest extends ApiSuite {

  private static final String PATH = "/webhooks/sandbox";

  private final ApiClient provider = new ApiClient(fixture.server.address(), "");

  private ApiReply tell(String id, byte[] body, Secret secret) {
    long now = fixture.clock.instant().getEpochSecond();
    return provider.send(
        "POST",
        PATH,
        new String(body, StandardCharsets.UTF_8),
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(now),
        "webhook-signature",
        StandardSignature.sign(List.of(secret), id, now, body));
  }

  /** A hold whose customer has paid on the provider's page and did not come back. */
  private JsonNode paidElsewhere() {
    JsonNode held = held(departure(), 1);
    JsonNode payment = customer.post(path(held) + "/payments", "{}").done(201);
    fixture
        .server
        .shop()
        .sandbox()
        .customerPays(new PaymentReference(payment.path("reference").asText()));
    return held;
  }

  private byte[] lastEvent() {
    List<Fact> facts = fixture.server.shop().sandbox().webhooks();
    return SandboxEvents.body(facts.get(facts.size() - 1));
  }

  @Test
  void two_hundred_posts_of_one_delivery_have_one_effect() throws Exception {
    JsonNode held = paidElsewhere();
    byte[] event = lastEvent();
    String id = "msg_" + UUID.randomUUID();

    List<ApiReply> replies =
        atOnce(
            Collections.nCopies(200, () -> tell(id, event, fixture.server.shop().webhookSecret())));

    assertThat(replies).allSatisfy(reply -> reply.done(200));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(customer.get(path(held)).done(200).path("state").asText())
                    .isEqualTo("CONFIRMED"));
    PaymentReference paid =
        new PaymentReference(OctoClient.JSON.readTree(event).at("/data/reference").asText());
    assertThat(fixture.server.shop().sandbox().charges(paid)).isEqualTo(1);
  }

  @Test
  void control_two_deliveries_of_two_payments_have_two_effects() {
    for (int i = 0; i < 2; i++) {
      JsonNode held = paidElsewhere();
      tell("msg_" + UUID.randomUUID(), lastEvent(), fixture.server.shop().webhookSecret())
          .done(200);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(customer.get(path(held)).done(200).path("state").asText())
                      .isEqualTo("CONFIRMED"));
    }
  }

  @Test
  void what_is_not_signed_by_the_provider_is_not_believed() {
    JsonNode held = paidElsewhere();

    tell("msg_" + UUID.randomUUID(), lastEvent(), StandardSignature.newSecret())
        .refused(400, "webhook-refused");
    provider.send("POST", "/webhooks/nobody", "{}").refused(404, "not-found");

    assertThat(customer.get(path(held)).done(200).path("state").asText()).isEqualTo("HELD");
  }
}
