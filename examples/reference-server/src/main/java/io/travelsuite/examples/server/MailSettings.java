package io.travelsuite.examples.server;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.examples.server.message.MailServer;
import io.travelsuite.notify.email.SmtpSettings;
import io.travelsuite.notify.email.SmtpSettingsBuilder;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of mails.
 *
 * @param host the mail server, or null where no mails are sent
 * @param port where it listens; on 465 TLS begins at once, on others by STARTTLS
 * @param from the address they come from
 * @param login who signs in there
 * @param running how the server itself runs
 */
record MailSettings(
    @Nullable String host, int port, @Nullable String from, Login login, Running running) {

  static final int SUBMISSION = 587;
  private static final int AT_ONCE = 465;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

  /** The outbox gives a mail a minute before another process may try it. */
  private static final Duration WITHIN = Duration.ofSeconds(20);

  /** Both, or none where the mail server knows this machine. */
  record Login(@Nullable String user, @Nullable Secret password) {}

  /** Where, and under which address of its own. */
  record Running(boolean production, @Nullable String origin) {}

  /** {@return where mails go out, or null where none do} */
  @Nullable MailServer server() {
    if (host == null) {
      unless(from == null, "TRAVEL_SMTP_HOST", "(none)", "must be given with TRAVEL_MAIL_FROM");
      return null;
    }
    if (from == null) {
      throw new InvalidRequestException(
          "TRAVEL_MAIL_FROM", "(none)", "must be given with TRAVEL_SMTP_HOST");
    }
    return new MailServer(smtp(host), from);
  }

  private SmtpSettings smtp(String host) {
    SmtpSettingsBuilder smtp =
        SmtpSettings.builder(host).connectTimeout(WITHIN.dividedBy(4)).readTimeout(WITHIN);
    if (port == AT_ONCE) {
      smtp.tls();
    } else if (!running.production() && THIS_MACHINE.contains(host)) {
      smtp.plainTo(host); // what people look at mails with on their own machine
    }
    smtp.port(port).writeTimeout(WITHIN);
    String name = running.origin() == null ? null : URI.create(running.origin()).getHost();
    if (name != null) {
      smtp.heloName(name);
    }
    String user = login.user();
    Secret password = login.password();
    unless(
        (user == null) == (password == null),
        "SMTP_PASSWORD",
        "(one of two)",
        "must be given with TRAVEL_SMTP_USER");
    if (user != null && password != null) {
      smtp.signIn(user, password);
    }
    return smtp.build();
  }
}
