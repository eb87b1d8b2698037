package io.travelsuite.examples.server.pay;

import io.travelsuite.Mode;
import io.travelsuite.payments.PaymentProvider;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.sandbox.SandboxProvider;
import io.travelsuite.payments.stripe.StripeProvider;
import io.travelsuite.payments.webhook.StandardWebhooksVerifier;
import io.travelsuite.payments.webhook.StripeVerifier;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.secret.Secret;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * A payment provider with all that the server needs of it.
 *
 * @param provider takes and gives back money
 * @param verifier believes its webhooks, or not
 * @param facts what a webhook's body tells, once it is believed; empty when it is of no concern
 * @param open whether it takes money at all
 */
public record Till(
    PaymentProvider provider,
    WebhookVerifier verifier,
    Function<byte[], List<Fact>> facts,
    boolean open) {

  /**
   * {@return the provider of the demo and of tests, which moves no money} Its webhooks are signed
   * as Standard Webhooks are, and told as {@link SandboxEvents} writes them.
   *
   * @param provider the sandbox
   * @param secret of its webhooks
   * @param clock by which their age is judged
   */
  public static Till sandbox(SandboxProvider provider, Secret secret, Clock clock) {
    return new Till(
        provider,
        new StandardWebhooksVerifier(
            VerifierSettings.of("demo", clock, secret).modeUnlessSaid(Mode.TEST)),
        body -> SandboxEvents.facts(provider.name(), body),
        true);
  }

  /**
   * {@return Stripe}
   *
   * @param http the server's client
   * @param key a secret or restricted key
   * @param secret of its webhooks
   * @param clock by which their age is judged
   */
  public static Till stripe(HttpClient http, Secret key, Secret secret, Clock clock) {
    StripeProvider stripe = new StripeProvider(http, key);
    return new Till(
        stripe,
        new StripeVerifier(VerifierSettings.of("stripe", clock, secret)),
        stripe::facts,
        true);
  }

  /**
   * {@return the same for a server that takes no money}: nothing can be paid, nobody is believed
   */
  public Till closed() {
    return new Till(provider, verifier, facts, false);
  }
}
