package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.pay.Till;
import io.travelsuite.examples.server.shop.Cashier;
import io.travelsuite.examples.server.shop.PayDesk;
import io.travelsuite.examples.server.shop.Shopper;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.payments.PayResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import io.travelsuite.payments.webhook.Rejected;
import io.travelsuite.payments.webhook.Verified;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Stripe as the server has it: its mode, its webhooks, and what they tell. */
class TillTest {

  private static final String SECRET = "whsec_t3st";

  private final TestClock clock = new TestClock();
  private final Till stripe =
      Till.stripe(HttpClient.newHttpClient(), Secret.of("sk_test_x"), Secret.of(SECRET), clock);

  @Test
  void stripes_webhooks_are_believed_by_their_signature_and_told_as_facts() throws Exception {
    byte[] body =
        """
        {"id":"evt_1","type":"charge.captured","livemode":false,"data":{"object":{"id":"ch_1",
         "object":"charge","payment_intent":"pi_1","amount":2500,"amount_captured":2500,
         "amount_refunded":0,"captured":true,"paid":true,"status":"succeeded","currency":"eur",
         "metadata":{"travel_reference":"pay_%s"}}}}\
        """
            .formatted("a".repeat(32))
            .getBytes(StandardCharsets.UTF_8);

    assertThat(stripe.provider().mode()).isEqualTo(Mode.TEST);
    assertThat(stripe.verifier().verify(signed(body, SECRET))).isInstanceOf(Verified.class);
    assertThat(stripe.verifier().verify(signed(body, "whsec_other"))).isInstanceOf(Rejected.class);
    List<Fact> facts = stripe.facts().apply(body);
    assertThat(facts).extracting(Fact::transition).contains(Transition.CAPTURED);
    assertThat(stripe.facts().apply("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void where_no_provider_is_set_up_nothing_can_be_paid() {
    Till played =
        Till.sandbox(
            new SandboxProvider(SandboxBooks.inMemory()), StandardSignature.newSecret(), clock);
    Cashier nobody = new Cashier(played.closed(), null, null, URI.create("https://shop.example"));

    Answer<PayResult> answer =
        new PayDesk(null, nobody)
            .pay(
                new Shopper("shop-app"),
                new BookingId(UUID.randomUUID()),
                new PayDesk.How("tok-good", "key"));

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(((Answer.Refused<PayResult>) answer).why()).isEqualTo(Why.NO_PAYMENTS);
    assertThat(played.open()).isTrue();
  }

  private WebhookRequest signed(byte[] body, String secret) throws Exception {
    long now = clock.instant().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((now + ".").getBytes(StandardCharsets.UTF_8));
    String signature = HexFormat.of().formatHex(mac.doFinal(body));
    return WebhookRequest.of(
        body, Map.of("Stripe-Signature", List.of("t=" + now + ",v1=" + signature)));
  }
}
