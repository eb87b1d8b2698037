package io.travelsuite.examples.server;

import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.server.edge.Naming;
import io.travelsuite.examples.server.message.MailServer;
import io.travelsuite.examples.server.signin.StaffSessions;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.readiness.DatabaseSetup;
import io.travelsuite.security.readiness.Deployment;
import io.travelsuite.security.readiness.KeptSecret;
import io.travelsuite.security.readiness.MailSetup;
import io.travelsuite.security.readiness.PaymentAccount;
import io.travelsuite.security.readiness.PaymentSetup;
import io.travelsuite.security.readiness.PoolSetup;
import io.travelsuite.security.readiness.Route;
import io.travelsuite.security.readiness.SecretSetup;
import io.travelsuite.security.readiness.ServerReleases;
import io.travelsuite.security.readiness.SignInSetup;
import io.travelsuite.security.readiness.WebSetup;
import io.travelsuite.security.secret.SecretVersions;
import io.travelsuite.security.session.SessionTerms;
import io.travelsuite.security.web.RequestLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this server is, in the words of the library's readiness check.
 *
 * @param settings what it is told
 * @param stated what somebody states
 */
record Description(Settings settings, Stated stated) {

  private static final Duration A_YEAR = Duration.ofDays(366);
  private static final int ARGON_KIB = 19 * 1024;

  /** The library's own: of webhooks of payments. */
  private static final Duration WEBHOOK_AGE = Duration.ofMinutes(5);

  /** What was made by chance and is kept; each is for one thing. */
  private static final List<String> KEPT =
      List.of(
          SettingsReader.SIGNING_KEY,
          SettingsReader.METRICS_TOKEN,
          SettingsReader.TICKET_KEY,
          SettingsReader.PERSONAL_DATA_KEY,
          SettingsReader.ADDRESS_KEY);

  Deployment deployment(List<Route> routes) {
    return new Deployment(
        settings.profile(),
        stated.instances(),
        web(routes),
        database(),
        secrets(),
        stated.data(settings),
        stated.operations(),
        signIn(),
        new PaymentSetup(accounts(), false),
        mail(),
        stated.attestations(),
        ServerReleases.BUNDLED);
  }

  private @Nullable MailSetup mail() {
    MailServer mail = settings.running().outside().mail();
    if (mail == null) {
      return null;
    }
    MailSetup.Encryption encryption =
        switch (mail.smtp().security()) {
          case TLS -> MailSetup.Encryption.SMTPS;
          case STARTTLS -> MailSetup.Encryption.STARTTLS_REQUIRED;
          case PLAIN -> MailSetup.Encryption.NONE;
        };
    return new MailSetup(encryption, true, false, mail.from(), mail.smtp().limits().read());
  }

  private WebSetup web(List<Route> routes) {
    Settings.Web web = settings.web();
    Naming naming = web.naming();
    return new WebSetup(
        false,
        naming.hosts(),
        web.listening().certificate() != null,
        Set.copyOf(naming.proxies()),
        !naming.proxies().isEmpty(),
        routes,
        true,
        RequestLimits.WEBHOOK_BODY_BYTES,
        RequestLimits.HEADER_BYTES,
        web.limits().headersWithin().plus(web.limits().bodyWithin()),
        naming.corsOrigins(),
        null,
        StaffSessions.readableCookie());
  }

  private DatabaseSetup database() {
    String url = settings.database().jdbcUrl();
    String user = settings.database().user();
    return new DatabaseSetup(
        url == null ? "" : url,
        user == null ? "" : user,
        settings
            .secrets()
            .find(SettingsReader.DATABASE_PASSWORD)
            .map(found -> found.current())
            .orElse(Secret.of("none")),
        stated.migrator(),
        new PoolSetup(
            Tables.CONNECTIONS,
            ProgramDatabase.CONNECT_WITHIN,
            ProgramDatabase.LIFETIME,
            ProgramDatabase.LEAK_AFTER),
        Set.of("travel_audit"));
  }

  private SecretSetup secrets() {
    List<KeptSecret> kept = new ArrayList<>();
    for (String name : KEPT) {
      settings
          .secrets()
          .find(name)
          .ifPresent(
              found ->
                  kept.add(
                      new KeptSecret(
                          name,
                          Set.of(name),
                          found.current(),
                          found.previous(),
                          stated.secretsSince(),
                          false)));
    }
    return new SecretSetup(kept, stated.managedSecrets(), Files.exists(Path.of(".env")), A_YEAR);
  }

  private List<PaymentAccount> accounts() {
    SecretVersions key = settings.secrets().find(SettingsReader.STRIPE_KEY).orElse(null);
    SecretVersions hook =
        settings.secrets().find(SettingsReader.STRIPE_WEBHOOK_SECRET).orElse(null);
    return key == null
        ? List.of()
        : List.of(
            new PaymentAccount(
                "stripe",
                key.current().text().matches("(sk|rk)_live_.*"),
                key.current(),
                hook == null ? List.of() : hook.accepted(),
                settings.web().naming().origin() + "/webhooks/stripe",
                WEBHOOK_AGE));
  }

  private static SignInSetup signIn() {
    return new SignInSetup(
        SessionTerms.CUSTOMER,
        SessionTerms.STAFF,
        true,
        12,
        12,
        128,
        true,
        "argon2id",
        ARGON_KIB,
        5,
        30,
        false,
        A_YEAR,
        false);
  }
}
