package io.travelsuite.examples.server;

import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.message.TwilioSource;
import io.travelsuite.examples.server.partner.PartnerDesk;
import io.travelsuite.examples.server.pay.Till;
import io.travelsuite.examples.server.pay.WebhookDesk;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.secret.SecretVersions;
import io.travelsuite.security.secret.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * The native API with its provider of payments: Stripe where it has a key, else one that moves no
 * money. Tickets are signed by a key that ends with the process.
 *
 * @param api the API
 * @param sandbox the provider
 * @param webhookSecret what the provider's webhooks are signed with
 */
record DemoShop(NativeApi api, SandboxProvider sandbox, Secret webhookSecret) {

  private static final String TWILIO = "twilio";

  /**
   * What a shop is made of beside its stock.
   *
   * @param home where it is, without a slash at its end
   * @param secrets of its providers
   * @param partners who is told by webhooks
   * @param verdicts who is told what became of webhooks
   */
  record Front(
      URI home, Secrets secrets, PartnerDesk partners, WebhookDesk.Verdicts verdicts) {}

  static DemoShop open(Stock stock, NativeApi.Guards guards, Front front) {
    SandboxProvider sandbox = new SandboxProvider(SandboxBooks.inMemory());
    Secret secret = StandardSignature.newSecret();
    Clock clock = stock.clock().withZone(ZoneOffset.UTC);
    Till till = stripe(front.secrets(), clock).orElseGet(() -> Till.sandbox(sandbox, secret, clock));
    NativeApi api =
        NativeApi.start(
            stock,
            guards,
            new NativeApi.Shopfront(
                till,
                TicketKeys.generate(),
                front.home(),
                front.partners(),
                sources(stock, front, till),
                front.verdicts()));
    return new DemoShop(api, sandbox, secret);
  }

  /** Who sends webhooks beside the provider of payments. */
  private static Map<String, WebhookDesk.Source> sources(Stock stock, Front front, Till till) {
    SecretVersions token = front.secrets().find(SettingsReader.TWILIO_TOKEN).orElse(null);
    SecretVersions key = front.secrets().find(SettingsReader.ADDRESS_KEY).orElse(null);
    if (token == null || key == null) {
      return Map.of();
    }
    VerifierSettings settings =
        VerifierSettings.of(
                TWILIO, Settings.MACHINE, token.accepted().toArray(Secret[]::new))
            .publicUrl(front.home() + "/webhooks/" + TWILIO);
    AddressHashes hashes = AddressHashes.of(key.current(), former(key));
    return Map.of(
        TWILIO, TwilioSource.of(stock.travel(), settings, hashes, till.provider().mode()));
  }

  private static Secret[] former(SecretVersions key) {
    return key.accepted().stream().skip(1).toArray(Secret[]::new);
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
