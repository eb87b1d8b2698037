package io.travelsuite.examples.server.message;

import io.travelsuite.notify.email.SmtpSecurity;
import io.travelsuite.notify.email.SmtpSettings;
import io.travelsuite.security.readiness.MailFacts;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Looks what the mail server offers, for the readiness check: sends nothing, and signs in nowhere.
 *
 * @param smtp how the mail server is reached
 */
public record MailProbe(SmtpSettings smtp) implements Callable<MailFacts> {

  private static final String WITHIN_MILLIS = "3000";

  /** What is asked for of a connection. */
  private enum Asked {
    NO_TLS,
    TLS_OF_ANY_NAME,
    TLS_OF_ITS_NAME
  }

  /**
   * {@return what it offers}
   *
   * @throws MessagingException when it does not answer
   */
  @Override
  public MailFacts call() throws MessagingException {
    boolean inClear = false;
    if (smtp.security() != SmtpSecurity.TLS) {
      try (SMTPTransport open = connected(Asked.NO_TLS)) {
        inClear = open.supportsExtension("AUTH");
      }
    }
    boolean named = connects(Asked.TLS_OF_ITS_NAME);
    return new MailFacts(named || connects(Asked.TLS_OF_ANY_NAME), named, inClear);
  }

  private boolean connects(Asked asked) throws MessagingException {
    try {
      connected(asked).close();
      return true;
    } catch (MailConnectException down) {
      throw down;
    } catch (MessagingException refused) {
      return false;
    }
  }

  private SMTPTransport connected(Asked asked) throws MessagingException {
    boolean tls = asked != Asked.NO_TLS;
    boolean atOnce = smtp.security() == SmtpSecurity.TLS;
    boolean named = asked == Asked.TLS_OF_ITS_NAME;
    Properties all = new Properties();
    all.put("mail.smtp.localhost", smtp.heloName());
    all.put("mail.smtp.connectiontimeout", WITHIN_MILLIS);
    all.put("mail.smtp.timeout", WITHIN_MILLIS);
    all.put("mail.smtp.quitwait", "false");
    all.put("mail.smtp.auth", "false");
    all.put("mail.smtp.ssl.enable", String.valueOf(tls && atOnce));
    all.put("mail.smtp.starttls.enable", String.valueOf(tls && !atOnce));
    all.put("mail.smtp.starttls.required", String.valueOf(tls && !atOnce));
    all.put("mail.smtp.socketFactory.fallback", "false");
    all.put("mail.smtp.ssl.checkserveridentity", String.valueOf(named));
    if (!named) {
      all.put("mail.smtp.ssl.trust", "*");
    } else if (smtp.sockets() != null) {
      all.put("mail.smtp.ssl.socketFactory", smtp.sockets());
    }
    URLName place = new URLName("smtp", smtp.host(), smtp.port(), null, null, null);
    SMTPTransport transport = new SMTPTransport(Session.getInstance(all), place);
    transport.connect(smtp.host(), smtp.port(), null, null);
    return transport;
  }
}
