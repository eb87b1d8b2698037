package io.travelsuite.examples.server;

import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.page.Front;
import io.travelsuite.examples.server.pay.Till;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.secret.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The native API with its provider of payments: Stripe where it has a key, else one that moves no
 * money. Tickets are signed by a key that ends with the process.
 *
 * @param api the API
 * @param sandbox the provider
 * @param webhookSecret what the provider's webhooks are signed with
 * @param playing whether payments are played
 */
record DemoShop(NativeApi api, SandboxProvider sandbox, Secret webhookSecret, boolean playing) {

  static DemoShop open(Stock stock, NativeApi.Guards guards, URI home, Secrets secrets) {
    SandboxProvider sandbox = new SandboxProvider(SandboxBooks.inMemory());
    Secret secret = StandardSignature.newSecret();
    Clock clock = stock.clock().withZone(ZoneOffset.UTC);
    Optional<Till> stripe = stripe(secrets, clock);
    Till till = stripe.orElseGet(() -> Till.sandbox(sandbox, secret, clock));
    NativeApi api =
        NativeApi.start(stock, guards, new NativeApi.Shopfront(till, TicketKeys.generate(), home));
    return new DemoShop(api, sandbox, secret, stripe.isEmpty());
  }

  /** What pages stand on. */
  Front front() {
    return new Front(api.shop(), api.live(), playing);
  }

  private static Optional<Till> stripe(Secrets secrets, Clock clock) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    return secrets
        .find(SettingsReader.STRIPE_KEY)
        .flatMap(
            key ->
                secrets
                    .find(SettingsReader.STRIPE_WEBHOOK_SECRET)
                    .map(hook -> Till.stripe(http, key.current(), hook.current(), clock)));
  }
}
