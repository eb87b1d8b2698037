package io.travelsuite.notify.email;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the relay, that knows how far it has got. Used by one thread at a time. */
final class SmtpConnection extends SMTPTransport {

  /**
   * Angus writes the whole conversation, addresses and texts, to loggers named by the class's
   * package. A level of their own keeps them off where a host turns everything on; the reference
   * keeps the level, since loggers are held weakly.
   */
  private static final List<Logger> SILENT =
      List.of(
          silent("io.travelsuite.notify.email"), silent("io.travelsuite.notify.email.protocol"));

  private SmtpPhase phase = SmtpPhase.CONNECTING;
  private long usedAt = System.nanoTime();

  SmtpConnection(Session session, SmtpSettings settings) {
    super(session, url(settings), "smtp", settings.security() == SmtpSecurity.TLS);
    assert SILENT.size() == 2;
  }

  private static URLName url(SmtpSettings settings) {
    return new URLName("smtp", settings.host(), settings.port(), null, null, null);
  }

  private static Logger silent(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(Level.OFF);
    return logger;
  }

  SmtpPhase phase() {
    return phase;
  }

  /** When it was last used, by {@link System#nanoTime}. */
  long usedAt() {
    return usedAt;
  }

  @Override
  protected boolean ehlo(String domain) throws MessagingException {
    boolean greeted = super.ehlo(domain);
    phase = SmtpPhase.GREETED;
    return greeted;
  }

  @Override
  protected void startTLS() throws MessagingException {
    phase = SmtpPhase.SECURING;
    super.startTLS();
  }

  @Override
  public synchronized void sendMessage(Message message, Address[] addresses)
      throws MessagingException {
    phase = SmtpPhase.SENDER;
    super.sendMessage(message, addresses);
    usedAt = System.nanoTime();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    phase = SmtpPhase.RECIPIENT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    phase = SmtpPhase.CONTENT;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    phase = SmtpPhase.ENDED;
    super.finishData();
  }

  /** Closes it, whatever comes. */
  void discard() {
    try {
      close();
    } catch (MessagingException alreadyDead) {
      // what was to be known of it is known
    }
  }
}
