package io.travelsuite.examples.server;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.examples.server.edge.Limits;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.edge.Naming;
import io.travelsuite.examples.server.operation.Monitoring;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.Profile;
import io.travelsuite.security.secret.DatabaseUrl;
import io.travelsuite.security.secret.DotEnvFile;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.SecretVersions;
import io.travelsuite.security.secret.Secrets;
import io.travelsuite.security.secret.SecretsBuilder;
import io.travelsuite.security.tls.ServerCertificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from the environment. In production all has to be said that a stranger could make
 * use of, and a start without it is refused.
 */
final class SettingsReader {

  /** What cookies and forms are signed by. */
  static final String SIGNING_KEY = "TRAVEL_SIGNING_KEY";

  /** What the database lets the server in by. */
  static final String DATABASE_PASSWORD = "DATABASE_PASSWORD";

  /** What the one presents who collects the metrics. */
  static final String METRICS_TOKEN = "TRAVEL_METRICS_TOKEN";

  /** What the PKCS #12 file is under. */
  static final String TLS_PASSWORD = "TRAVEL_TLS_PASSWORD";

  /** What payments are taken by; without it they are played. */
  static final String STRIPE_KEY = "STRIPE_KEY";

  /** What Stripe's webhooks are signed with. */
  static final String STRIPE_WEBHOOK_SECRET = "STRIPE_WEBHOOK_SECRET";

  /** What Twilio's callbacks are signed with. */
  static final String TWILIO_TOKEN = "TWILIO_AUTH_TOKEN";

  /** By what addresses are hashed that must not be written to; never to be lost. */
  static final String ADDRESS_KEY = "TRAVEL_ADDRESS_KEY";

  /** What tickets are signed by. */
  static final String TICKET_KEY = "TRAVEL_TICKET_KEY";

  /** What the sandbox's webhooks are signed with; by chance without it. */
  static final String SANDBOX_SECRET = "TRAVEL_SANDBOX_SECRET";

  /** Where alerts are posted: a chat's incoming webhook. */
  static final String ALERTS_URL = "TRAVEL_ALERTS_URL";

  /** Where an outside monitor hears that this lives. */
  static final String HEARTBEAT_URL = "TRAVEL_HEARTBEAT_URL";

  /** Where errors are reported. */
  static final String SENTRY_DSN = "SENTRY_DSN";

  /** What seals whoever books; without it they are stored as they are. */
  static final String PERSONAL_DATA_KEY = "TRAVEL_PERSONAL_DATA_KEY";

  /** What the mail server lets the server in by. */
  static final String SMTP_PASSWORD = "SMTP_PASSWORD";

  /** The file that tells who was erased. */
  static final String ERASURE_JOURNAL = "TRAVEL_ERASURE_JOURNAL";

  /** All secrets that there are. */
  static final List<String> ALL =
      List.of(
          SIGNING_KEY,
          DATABASE_PASSWORD,
          METRICS_TOKEN,
          TLS_PASSWORD,
          STRIPE_KEY,
          STRIPE_WEBHOOK_SECRET,
          TWILIO_TOKEN,
          ADDRESS_KEY,
          ALERTS_URL,
          HEARTBEAT_URL,
          SENTRY_DSN,
          SMTP_PASSWORD,
          TICKET_KEY,
          SANDBOX_SECRET,
          PERSONAL_DATA_KEY);

  private static final int PLAIN = 8080;
  private static final int TLS = 8443;

  private final Map<String, String> environment;
  private final Profile profile;
  private final Secrets secrets;

  private SettingsReader(Map<String, String> environment) {
    this.environment = environment;
    String named = text("TRAVEL_ENV", "development");
    boolean known = named.equals("development") || named.equals("production");
    unless(known, "TRAVEL_ENV", named, "must be development or production");
    profile = named.equals("production") ? Profile.PRODUCTION : Profile.DEVELOPMENT;
    secrets = secrets();
  }

  static Settings read(Map<String, String> environment) {
    return new SettingsReader(environment).settings();
  }

  static Secrets noSecrets() {
    return Secrets.builder(Settings.MACHINE).optional(ALL.toArray(String[]::new)).build();
  }

  private boolean isProduction() {
    return profile == Profile.PRODUCTION;
  }

  /** What is missing is named all at once; no value is told. */
  private Secrets secrets() {
    SecretsBuilder builder =
        Secrets.builder(Settings.MACHINE)
            .source(new EnvironmentSecrets(environment))
            .source(DotEnvFile.load(Path.of(".env"), profile))
            .optional(ALL.toArray(String[]::new));
    if (isProduction()) {
      builder.require(SIGNING_KEY, DATABASE_PASSWORD, METRICS_TOKEN, TICKET_KEY);
    }
    if (given(TWILIO_TOKEN) != null || given(TWILIO_TOKEN + "_FILE") != null) {
      builder.require(ADDRESS_KEY);
    }
    if (given("TRAVEL_TLS_KEYSTORE") != null) {
      builder.require(TLS_PASSWORD);
    }
    return builder.build();
  }

  private Settings settings() {
    return new Settings(profile, database(), web(), secrets, running());
  }

  private Settings.Running running() {
    return new Settings.Running(
        text("TRAVEL_RATE", "1200/m"),
        null,
        !isProduction() || text("TRAVEL_DEMO", "no").equals("yes"),
        path("TRAVEL_DEPLOYMENT"),
        journal(),
        new Settings.Outside(Egress.DEFAULT, watchers(), mail().server()));
  }

  /** Where customers are sealed they can be erased: that has to hold after a restore too. */
  private @Nullable Path journal() {
    Path journal = path(ERASURE_JOURNAL);
    boolean seals = secrets.find(PERSONAL_DATA_KEY).isPresent();
    unless(
        journal != null || !seals || !isProduction(),
        ERASURE_JOURNAL,
        "(none)",
        "must be given with " + PERSONAL_DATA_KEY + ", in production");
    unless(
        journal == null || seals,
        PERSONAL_DATA_KEY,
        "(none)",
        "must be given with " + ERASURE_JOURNAL);
    return journal;
  }

  private MailSettings mail() {
    return new MailSettings(
        given("TRAVEL_SMTP_HOST"),
        number("TRAVEL_SMTP_PORT", MailSettings.SUBMISSION),
        given("TRAVEL_MAIL_FROM"),
        new MailSettings.Login(given("TRAVEL_SMTP_USER"), secret(SMTP_PASSWORD)),
        new MailSettings.Running(isProduction(), given("TRAVEL_ORIGIN")));
  }

  private Monitoring.Addresses watchers() {
    return new Monitoring.Addresses(
        secret(ALERTS_URL),
        secret(HEARTBEAT_URL),
        secret(SENTRY_DSN),
        path("TRAVEL_BACKUP_FOLDER"),
        path("TRAVEL_BACKUP_KEYS"));
  }

  private @Nullable Secret secret(String name) {
    return secrets.find(name).map(SecretVersions::current).orElse(null);
  }

  private @Nullable Path path(String name) {
    String given = given(name);
    return given == null ? null : Path.of(given);
  }

  private Settings.Database database() {
    String url = given("TRAVEL_JDBC_URL");
    String user = given("TRAVEL_DB_USER");
    if (isProduction()) {
      unless(url != null, "TRAVEL_JDBC_URL", "(none)", "must name the database, in production");
      unless(user != null, "TRAVEL_DB_USER", "(none)", "must be given, in production");
    }
    if (url != null && (isProduction() || user != null)) {
      DatabaseUrl.withoutPassword(url);
    }
    return new Settings.Database(url, user);
  }

  private Settings.Web web() {
    ServerCertificate certificate = certificate();
    List<String> proxies = list("TRAVEL_PROXIES");
    if (isProduction()) {
      unless(
          certificate != null || !proxies.isEmpty(),
          "TRAVEL_TLS_CERTIFICATE",
          "(none)",
          "must be given, or TRAVEL_PROXIES that end TLS: production is HTTPS");
    }
    int port = number("PORT", certificate == null ? PLAIN : TLS);
    String origin = given("TRAVEL_ORIGIN");
    if (origin == null && !isProduction() && certificate == null) {
      return Settings.Web.locally(port);
    }
    String bind = text("TRAVEL_BIND", isProduction() ? "0.0.0.0" : "127.0.0.1");
    int plain = certificate == null ? -1 : number("TRAVEL_HTTP_PORT", -1);
    return new Settings.Web(
        new Listening(bind, port, plain, certificate), naming(origin, port), Limits.DEFAULT);
  }

  private Naming naming(@Nullable String given, int port) {
    unless(given != null || !isProduction(), "TRAVEL_ORIGIN", "(none)", "must be given");
    String origin = given == null ? "https://localhost:" + port : given;
    boolean secure = !isProduction() || origin.startsWith("https://");
    unless(secure, "TRAVEL_ORIGIN", origin, "must be https, in production");
    List<String> hosts = list("TRAVEL_HOSTS");
    unless(!hosts.isEmpty() || !isProduction(), "TRAVEL_HOSTS", "(none)", "must be given");
    return new Naming(
        List.of(origin),
        hosts.isEmpty() ? List.of("localhost", "127.0.0.1") : hosts,
        list("TRAVEL_PROXIES"),
        list("TRAVEL_CORS_ORIGINS"));
  }

  private @Nullable ServerCertificate certificate() {
    String store = given("TRAVEL_TLS_KEYSTORE");
    String chain = given("TRAVEL_TLS_CERTIFICATE");
    String key = given("TRAVEL_TLS_KEY");
    unless(
        (chain == null) == (key == null),
        "TRAVEL_TLS_KEY",
        "(one of two)",
        "must be given with TRAVEL_TLS_CERTIFICATE");
    if (store != null) {
      return ServerCertificate.pkcs12(Path.of(store), secrets.get(TLS_PASSWORD).current());
    }
    return chain == null || key == null
        ? null
        : ServerCertificate.pem(Path.of(chain), Path.of(key));
  }

  private @Nullable String given(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private String text(String name, String otherwise) {
    String value = given(name);
    return value == null ? otherwise : value;
  }

  private int number(String name, int otherwise) {
    String value = given(name);
    if (value == null) {
      return otherwise;
    }
    unless(value.matches("\\d{1,5}"), name, value, "must be a port");
    return Integer.parseInt(value);
  }

  private List<String> list(String name) {
    return Stream.of(text(name, "").split(",", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }
}
