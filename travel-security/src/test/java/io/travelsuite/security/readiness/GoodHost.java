package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.Profile;
import io.travelsuite.security.session.SessionTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A deployment that nothing is wrong with. */
final class GoodHost {

  static final String SESSION = "__Host-session=a1; Path=/; Secure; HttpOnly; SameSite=Lax";

  static final Route ROUTE = new Route("POST", "/v1/holds", "hold", Route.Access.PERMISSION, true);

  private GoodHost() {}

  static Deployment deployment() {
    return new Deployment(
        Profile.PRODUCTION,
        2,
        webSetup(),
        databaseSetup(),
        new SecretSetup(List.of(signing(), sms()), true, false, Duration.ofDays(90)),
        dataSetup(),
        operations(),
        signIn(),
        new PaymentSetup(List.of(account()), false),
        new MailSetup(
            MailSetup.Encryption.SMTPS, true, false, "tickets@shop.travel", Duration.ofSeconds(20)),
        ReadinessCheck.checks().stream()
            .filter(check -> check.kind() == Kind.ATTEST)
            .map(check -> attested(check.id()))
            .toList(),
        new ServerReleases(
            LocalDate.of(2026, 11, 1),
            List.of(
                new ServerReleases.Series(false, "8.4", 7, LocalDate.of(2032, 4, 30)),
                new ServerReleases.Series(false, "8.0", 44, LocalDate.of(2026, 4, 30)))));
  }

  static Attestation attested(String id) {
    LocalDate on = Subject.TODAY.minusDays(10);
    return new Attestation(id, "looked at and found well", "operations", on, on.plusDays(100));
  }

  static WebSetup webSetup() {
    return new WebSetup(
        false,
        List.of("shop.travel"),
        true,
        Set.of("10.0.0.0/8"),
        true,
        List.of(ROUTE, new Route("GET", "/v1/search", "", Route.Access.PUBLIC, false)),
        true,
        64 << 10,
        16 << 10,
        Duration.ofSeconds(20),
        List.of("https://partner.travel"),
        new UploadSetup(1 << 20, Set.of("image/png"), false),
        "__Host-csrf");
  }

  static DatabaseSetup databaseSetup() {
    return new DatabaseSetup(
        "jdbc:mysql://db.inside/shop?sslMode=VERIFY_IDENTITY",
        "travel_app",
        Secret.of("vN3xQ8rT5kLw2ZpB7yHd"),
        "travel_migrator",
        new PoolSetup(20, Duration.ofSeconds(2), Duration.ofMinutes(30), Duration.ofSeconds(60)),
        Set.of("travel_audit"));
  }

  static KeptSecret signing() {
    return new KeptSecret(
        "TRAVEL_SIGNING_KEY",
        Set.of("signing"),
        Secret.of("q7Hc2vY9sKd4LmX1tRz8Wb5NfJg3PaEu6oQiTyVx0Zk="),
        null,
        Subject.ago(24 * 40),
        false);
  }

  static KeptSecret sms() {
    return new KeptSecret(
        "TWILIO_TOKEN", Set.of("sms"), Secret.of("f0e1d2c3b4"), null, Subject.ago(24 * 9), true);
  }

  static PaymentAccount account() {
    return new PaymentAccount(
        "stripe",
        true,
        Secret.of("rk_live_" + "Jd83hGq2LsP9"),
        List.of(Secret.of("whsec_" + "Kd9sLq2mXc7Pz1Ra")),
        "https://shop.travel/webhooks/stripe",
        Duration.ofMinutes(5));
  }

  static SignInSetup signIn() {
    return new SignInSetup(
        SessionTerms.CUSTOMER,
        SessionTerms.STAFF,
        true,
        8,
        12,
        128,
        true,
        "argon2id",
        19456,
        5,
        30,
        true,
        Duration.ofDays(90),
        true);
  }

  static DataSetup dataSetup() {
    return new DataSetup(
        true,
        DataSetup.KeySource.SERVICE,
        Subject.ago(24 * 100),
        Map.of("bookings", Duration.ofDays(3650), "contacts", Duration.ofDays(365)),
        true,
        true,
        Subject.ago(24 * 3));
  }

  static OperationSetup operations() {
    return new OperationSetup(
        true,
        true,
        true,
        true,
        OperationSetup.ALERT_RULES,
        Set.of(80, 443),
        Subject.ago(30),
        0,
        Subject.ago(24 * 20));
  }

  static DatabaseFacts database() {
    return new DatabaseFacts(
        "8.4.7",
        "TLS_AES_256_GCM_SHA384",
        "TLSv1.3",
        "travel_app@10.0.0.%",
        "shop",
        List.of(
            Grant.parse("GRANT USAGE ON *.* TO `travel_app`@`10.0.0.%`"),
            Grant.parse("GRANT SELECT, INSERT ON `shop`.`travel_audit` TO `travel_app`@`10.0.0.%`"),
            Grant.parse(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON `shop`.`travel_booking` TO `a`@`b`")),
        Set.of("STRICT_TRANS_TABLES", "NO_ENGINE_SUBSTITUTION"),
        200,
        Duration.ofHours(8),
        Duration.ofMillis(5),
        variables());
  }

  static Map<String, String> variables() {
    return Map.of(
        "require_secure_transport", "ON",
        "local_infile", "OFF",
        "secure_file_priv", "NULL",
        "general_log", "OFF",
        "innodb_flush_log_at_trx_commit", "1",
        "log_bin", "ON",
        "sync_binlog", "1");
  }

  static Map<String, String> headers() {
    return Map.of(
        "strict-transport-security", "max-age=63072000; includeSubDomains; preload",
        "x-content-type-options", "nosniff",
        "x-frame-options", "DENY",
        "content-security-policy",
            "default-src 'self'; script-src 'nonce-a'; frame-ancestors 'none'",
        "referrer-policy", "same-origin",
        "cross-origin-opener-policy", "same-origin",
        "server", "shop");
  }

  static WebFacts web() {
    return new WebFacts(
        308,
        "https://shop.travel/",
        headers(),
        List.of(SESSION, "__Host-csrf=b2; Path=/; Secure; SameSite=Strict"),
        400,
        "{\"title\":\"Internal Server Error\",\"status\":500}",
        405,
        false);
  }
}
