package io.travelsuite.examples.server;

import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.message.TwilioSource;
import io.travelsuite.examples.server.page.Front;
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
import org.jspecify.annotations.Nullable;

/**
 * The native API with its provider of payments: Stripe where it has a key, else one that moves no
 * money; in production only where it is a demo. Without a key in the settings tickets are signed by
 * one that ends with the process.
 *
 * @param api the API
 * @param sandbox the provider
 * @param webhookSecret what the provider's webhooks are signed with
 * @param playing whether payments are played
 */
record DemoShop(NativeApi api, SandboxProvider sandbox, Secret webhookSecret, boolean playing) {

  private static final String TWILIO = "twilio";

  /**
   * What a shop is made of beside its stock.
   *
   * @param home where it is, without a slash at its end
   * @param secrets of its providers
   * @param keys sign tickets
   * @param partners who is told by webhooks
   * @param verdicts who is told what became of webhooks
   * @param plays whether payments may be played
   */
  record Terms(
      URI home,
      Secrets secrets,
      TicketKeys keys,
      PartnerDesk partners,
      WebhookDesk.Verdicts verdicts,
      boolean plays) {}

  static DemoShop open(Stock stock, NativeApi.Guards guards, Terms terms) {
    SandboxProvider sandbox = new SandboxProvider(SandboxBooks.inMemory());
    Secret secret =
        terms
            .secrets()
            .find(SettingsReader.SANDBOX_SECRET)
            .map(SecretVersions::current)
            .orElseGet(StandardSignature::newSecret);
    Clock clock = stock.clock().withZone(ZoneOffset.UTC);
    Till played = Till.sandbox(sandbox, secret, clock);
    Optional<Till> stripe = stripe(terms.secrets(), clock);
    Till till = stripe.orElse(terms.plays() ? played : played.closed());
    NativeApi api =
        NativeApi.start(
            stock,
            guards,
            new NativeApi.Shopfront(
                till,
                terms.keys(),
                terms.home(),
                terms.partners(),
                sources(stock, terms, till),
                terms.verdicts()));
    return new DemoShop(api, sandbox, secret, stripe.isEmpty());
  }

  /** What pages stand on; mails go to whoever books, or nobody. */
  Front front(boolean mails) {
    return new Front(api.shop(), api.live(), playing, mails);
  }

  static TicketKeys tickets(Secrets secrets) {
    return secrets
        .find(SettingsReader.TICKET_KEY)
        .map(kept -> TicketKeys.of(kept.accepted()))
        .orElseGet(TicketKeys::generate);
  }

  /** Who sends webhooks beside the provider of payments. */
  private static Map<String, WebhookDesk.Source> sources(Stock stock, Terms terms, Till till) {
    SecretVersions token = terms.secrets().find(SettingsReader.TWILIO_TOKEN).orElse(null);
    AddressHashes hashes = hashes(terms.secrets());
    if (token == null || hashes == null) {
      return Map.of();
    }
    VerifierSettings settings =
        VerifierSettings.of(TWILIO, Settings.MACHINE, token.accepted().toArray(Secret[]::new))
            .publicUrl(terms.home() + "/webhooks/" + TWILIO);
    return Map.of(
        TWILIO, TwilioSource.of(stock.travel(), settings, hashes, till.provider().mode()));
  }

  /** By which addresses are marked that must not be written to, where there is a key for it. */
  static @Nullable AddressHashes hashes(Secrets secrets) {
    SecretVersions key = secrets.find(SettingsReader.ADDRESS_KEY).orElse(null);
    return key == null ? null : AddressHashes.of(key.current(), former(key));
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
