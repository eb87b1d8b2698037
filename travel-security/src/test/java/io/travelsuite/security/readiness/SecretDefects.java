package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.session.SessionTerms;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Of secrets, sign-in, money and mails. */
final class SecretDefects {

  static final List<Defect> ALL =
      List.of(
          Defect.of(
              "secret.weak",
              "host.secrets.kept.0.value",
              Secret.of("aaaaaaaabbbbbbbbccccccccddddddddeeee")),
          Defect.of("secret.previous-weak", "host.secrets.kept.0.previous", Secret.of("short"))
              .and("host.secrets.kept.0.since", Subject.ago(24)),
          Defect.of(
              "secret.placeholder",
              "host.secrets.kept.0.value",
              Secret.of("changeme-q7Hc2vY9sKd4LmX1tRz8Wb5NfJg3PaEu6")),
          Defect.of("secret.shared", "host.secrets.kept.1.value", GoodHost.signing().value()),
          Defect.of("secret.purpose", "host.secrets.kept.0.purposes", Set.of("signing", "cookies")),
          Defect.of("secret.old", "host.secrets.kept.0.since", Subject.ago(24 * 91)),
          Defect.of("secret.oldest", "host.secrets.oldest", Duration.ofDays(400)),
          Defect.of(
              "secret.previous",
              "host.secrets.kept.0.previous",
              Secret.of("Zk0xVyTiQo6uEaP3gJfN5bW8zRt1XmL4dKs9Yv2cH7q")),
          Defect.of("secret.dot-env", "host.secrets.dotEnv", true),
          Defect.of("secret.manager", "host.secrets.managed", false),
          Defect.of("session.idle", "host.signIn.customers", terms(40, 8)),
          Defect.of("session.staff-idle", "host.signIn.staff", terms(20, 8)),
          Defect.of("session.absolute", "host.signIn.customers", terms(30, 48)),
          Defect.of("session.staff-absolute", "host.signIn.staff", terms(15, 13)),
          Defect.of("session.renew", "host.signIn.renewsIds", false),
          Defect.of("sign-in.length", "host.signIn.customerLeast", 6),
          Defect.of("sign-in.staff-length", "host.signIn.staffLeast", 8),
          Defect.of("sign-in.longest", "host.signIn.most", 20),
          Defect.of("sign-in.common", "host.signIn.refusesCommon", false),
          Defect.of("sign-in.hash", "host.signIn.hash", "sha256"),
          Defect.of("sign-in.hash-cost", "host.signIn.hashKib", 4096),
          Defect.of("sign-in.account-tries", "host.signIn.triesByAccount", 0),
          Defect.of("sign-in.address-tries", "host.signIn.triesByAddress", 1000),
          Defect.of("sign-in.second-factor", "host.signIn.staffSecondFactor", false),
          Defect.of("sign-in.default", "logins", Set.of("admin")),
          Defect.of("token.lifetime", "host.signIn.tokenLifetime", Duration.ZERO),
          Defect.of("token.old", "tokens", Duration.ofDays(200)),
          Defect.of("role.two-person", "host.signIn.twoPersonRefunds", false),
          Defect.of("pay.mode", "host.payments.accounts.0.live", false),
          Defect.of(
              "pay.test-key",
              "host.payments.accounts.0.key",
              Secret.of("sk_" + "test_Jd83hGq2LsP9")),
          Defect.of(
              "pay.public-key",
              "host.payments.accounts.0.key",
              Secret.of("pk_" + "live_Jd83hGq2LsP9")),
          Defect.of("pay.webhook", "host.payments.accounts.0.webhookSecrets", List.of()),
          Defect.of(
              "pay.webhook-url",
              "host.payments.accounts.0.webhookUrl",
              "http://shop.travel/webhooks"),
          Defect.of("pay.tolerance", "host.payments.accounts.0.tolerance", Duration.ZERO),
          Defect.of("pay.cards", "host.payments.handlesCards", true),
          Defect.of(
              "mail.encryption", "host.mail.encryption", MailSetup.Encryption.STARTTLS_IF_OFFERED),
          Defect.of("mail.name", "host.mail.checksName", false),
          Defect.of("mail.debug", "host.mail.debug", true),
          Defect.of("mail.from", "host.mail.from", "root@localhost"),
          Defect.of("mail.timeout", "host.mail.timeout", Duration.ZERO),
          Defect.of("mail.live-encryption", "mail.encrypted", false),
          Defect.of("mail.live-name", "mail.nameFits", false),
          Defect.of("mail.live-login", "mail.loginInClear", true));

  private SecretDefects() {}

  private static SessionTerms terms(int minutes, int hours) {
    return new SessionTerms(Duration.ofMinutes(minutes), Duration.ofHours(hours));
  }
}
