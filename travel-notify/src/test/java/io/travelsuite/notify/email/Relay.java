package io.travelsuite.notify.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A real SMTP server with mailboxes, and channels to it. */
final class Relay implements AutoCloseable {

  static final String TO = "anna@example.org";
  static final EmailSender SENDER = new EmailSender("tickets@acme.example", "Acme Coaches", null);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:09:10Z"), ZoneOffset.UTC);

  final List<Alert> alerts = Collections.synchronizedList(new ArrayList<>());
  private final GreenMail mail;
  private final List<AutoCloseable> opened = new ArrayList<>();

  Relay() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(20_000);
    mail = new GreenMail(setup);
    mail.start();
  }

  GreenMail mail() {
    return mail;
  }

  int port() {
    return mail.getSmtp().getPort();
  }

  /** Plain, by a front in which things go wrong. */
  SmtpFront front() {
    SmtpFront front = SmtpFront.plain(port());
    opened.add(front);
    return front;
  }

  SmtpFront front(SmtpSecurity security, Identity identity) {
    SmtpFront front = SmtpFront.of(port(), security, identity);
    opened.add(front);
    return front;
  }

  /** Of a plain connection to a port, with little patience. */
  static SmtpSettingsBuilder plain(int port) {
    return quick(SmtpSettings.builder("localhost").port(port).plainTo("localhost"));
  }

  static SmtpSettingsBuilder quick(SmtpSettingsBuilder builder) {
    return builder
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(Duration.ofSeconds(10))
        .connections(2);
  }

  EmailChannel channel(SmtpSettingsBuilder settings) {
    return EmailChannel.of(connections(settings), SENDER, CLOCK);
  }

  SmtpConnections connections(SmtpSettingsBuilder settings) {
    SmtpConnections connections = SmtpConnections.of(settings.build(), alerts::add);
    opened.add(0, connections);
    return connections;
  }

  static Message message(String key) {
    return message(key, TO, "Your booking");
  }

  static Message message(String key, String to, String subject) {
    Content content = new Content(subject, "Thank you.", null, List.of());
    return new Message(key, Mode.LIVE, to, Locale.ENGLISH, content);
  }

  List<MimeMessage> mailbox() {
    return List.of(mail.getReceivedMessages());
  }

  /** What a mailbox that tells messages by their id shows. */
  long distinct() {
    return mailbox().stream().map(Relay::id).distinct().count();
  }

  static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As it was in the beginning: starting a server takes longer than most tests. */
  void clear() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    opened.clear();
    alerts.clear();
    mail.purgeEmailFromAllMailboxes();
  }

  @Override
  public void close() throws Exception {
    clear();
    mail.stop();
  }

  /** Ends connections on the server's side. */
  static void cut(SmtpFront front) {
    try {
      front.cutAll();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
