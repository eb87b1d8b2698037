package io.travelsuite.examples.server;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.api.SignedIn;
import io.travelsuite.examples.server.office.Staff;
import io.travelsuite.examples.server.pay.Till;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.token.ApiTokens;
import java.net.URI;
import java.time.ZoneOffset;

/**
 * The native API of a demo: its provider moves no money, and its keys end with the process.
 *
 * @param api the API
 * @param sandbox the provider
 * @param webhookSecret what the provider's webhooks are signed with
 */
record DemoShop(NativeApi api, SandboxProvider sandbox, Secret webhookSecret) {

  /** Who is let in. */
  record Guards(
      ApiTokens tokens,
      SignedIn signedIn,
      Staff staff,
      JdbcSecurity security,
      String changes,
      AlertSink alerts) {}

  static DemoShop open(Stock stock, Guards guards, URI home) {
    SandboxProvider sandbox = new SandboxProvider(SandboxBooks.inMemory());
    Secret secret = StandardSignature.newSecret();
    NativeApi api =
        NativeApi.start(
            stock,
            new NativeApi.Guards(
                guards.tokens(),
                guards.signedIn(),
                guards.staff(),
                guards.security(),
                guards.changes(),
                guards.alerts()),
            new NativeApi.Shopfront(
                Till.sandbox(sandbox, secret, stock.clock().withZone(ZoneOffset.UTC)),
                TicketKeys.generate(),
                home));
    return new DemoShop(api, sandbox, secret);
  }
}
