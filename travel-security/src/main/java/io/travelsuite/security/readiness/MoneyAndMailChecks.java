package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Payment providers and mails. */
final class MoneyAndMailChecks {

  private static final List<String> TEST =
      List.of("sk_test_", "rk_test_", "pk_test_", "test_", "rzp_test_", "sandbox");

  private static final List<String> NO_DOMAIN =
      List.of("localhost", "example.com", "example.org", ".example", ".test", ".invalid", ".local");

  private static final Set<MailSetup.Encryption> SAFE =
      Set.of(MailSetup.Encryption.SMTPS, MailSetup.Encryption.STARTTLS_REQUIRED);

  static final List<Check> ALL =
      List.of(
          error("pay.mode", "A provider is used in test mode", "Use its live mode")
              .configEach(Deployment::payments, (p, f) -> names(p, a -> !a.live())),
          error("pay.test-key", "The key of a provider is a test key", "Use the live key")
              .configEach(Deployment::payments, (p, f) -> names(p, a -> begins(a, TEST))),
          error(
                  "pay.public-key",
                  "The key of a provider is a publishable one",
                  "Use a secret or restricted key")
              .configEach(
                  Deployment::payments, (p, f) -> names(p, a -> begins(a, List.of("pk_live_")))),
          error(
                  "pay.webhook",
                  "Webhooks of a provider are not verified",
                  "Set the secret of its webhooks")
              .configEach(
                  Deployment::payments, (p, f) -> names(p, a -> a.webhookSecrets().isEmpty())),
          error(
                  "pay.webhook-url",
                  "Webhooks of a provider come without TLS",
                  "Register an https URL")
              .configEach(
                  Deployment::payments,
                  (p, f) -> names(p, a -> !a.webhookUrl().startsWith("https://"))),
          warning(
                  "pay.tolerance",
                  "A signed webhook may be more than 10 minutes old",
                  "Set the tolerance to 5 minutes")
              .configEach(
                  Deployment::payments,
                  (p, f) ->
                      names(p, a -> WebChecks.unbounded(a.tolerance(), Duration.ofMinutes(10)))),
          warning(
                  "pay.cards",
                  "Card numbers come to this application",
                  "Use the pages or fields of the provider")
              .config(Deployment::payments, PaymentSetup::handlesCards),
          error("mail.encryption", "Mails may go out without TLS", "Require STARTTLS or use SMTPS")
              .config(Deployment::mail, m -> !SAFE.contains(m.encryption())),
          error(
                  "mail.name",
                  "Any certificate passes for that of the mail server",
                  "Check the name of the server")
              .config(Deployment::mail, m -> !m.checksName()),
          error("mail.debug", "Conversations with the mail server are logged", "Switch that off")
              .config(Deployment::mail, MailSetup::debug),
          warning(
                  "mail.from",
                  "The sender of mails has no real domain",
                  "Set an address of your own")
              .config(
                  Deployment::mail,
                  m -> NO_DOMAIN.stream().anyMatch(m.from()::endsWith) || !m.from().contains("@")),
          warning(
                  "mail.timeout",
                  "A mail may take more than a minute to be sent",
                  "Set time limits")
              .config(
                  Deployment::mail, m -> WebChecks.unbounded(m.timeout(), Duration.ofSeconds(60))),
          error("mail.live-encryption", "The mail server offered no TLS", "Mend it, or use another")
              .look(Look.MAIL, m -> !m.encrypted()),
          error(
                  "mail.live-name",
                  "The certificate of the mail server is of another name",
                  "Use the name that it is of")
              .look(Look.MAIL, m -> !m.nameFits()),
          warning(
                  "mail.live-login",
                  "The mail server takes passwords before TLS",
                  "Have it refuse them")
              .look(Look.MAIL, MailFacts::loginInClear));

  private MoneyAndMailChecks() {}

  private static List<String> names(PaymentSetup payments, Predicate<PaymentAccount> bad) {
    return payments.accounts().stream().filter(bad).map(PaymentAccount::provider).toList();
  }

  private static boolean begins(PaymentAccount account, List<String> prefixes) {
    return prefixes.stream().anyMatch(account.key().text()::startsWith);
  }
}
