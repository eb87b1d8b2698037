package io.travelsuite.examples.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.message.MailServer;
import io.travelsuite.notify.email.SmtpSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mail server of a test's own, and what is in the boxes behind it. */
final class MailBoxes implements AutoCloseable {

  static final String FROM = "tickets@tours.example";
  private static final String HOST = "127.0.0.1";

  private final int port = Listening.freePort();
  private GreenMail server;

  private MailBoxes() {
    start();
  }

  static MailBoxes open() {
    return new MailBoxes();
  }

  /** Starts it again, with empty boxes, where it was. */
  void start() {
    ServerSetup setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(20_000);
    server = new GreenMail(setup);
    server.start();
  }

  void stop() {
    server.stop();
  }

  MailServer told() {
    return new MailServer(SmtpSettings.builder(HOST).port(port).plainTo(HOST).build(), FROM);
  }

  /**
   * A mail that came.
   *
   * @param from its sender
   * @param subject as people read it
   * @param text its plain form
   * @param files what is attached, by name
   */
  record Mail(String from, String subject, String text, Map<String, String> files) {}

  /** What came to an address, the first first. */
  List<Mail> to(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> receiver(mail).equals(address))
        .map(MailBoxes::read)
        .toList();
  }

  private static String receiver(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mail read(MimeMessage mail) {
    try {
      Map<String, String> parts = new LinkedHashMap<>();
      collect(mail, parts);
      String text = parts.remove("");
      return new Mail(mail.getFrom()[0].toString(), mail.getSubject(), text, parts);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files by their names; the text has none. */
  private static void collect(Part part, Map<String, String> parts)
      throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        collect(many.getBodyPart(i), parts);
      }
    } else if (part.getFileName() != null) {
      byte[] bytes = part.getInputStream().readAllBytes();
      parts.put(part.getFileName(), new String(bytes, StandardCharsets.UTF_8));
    } else if (part.isMimeType("text/plain")) {
      parts.put("", (String) part.getContent());
    }
  }

  @Override
  public void close() {
    stop();
  }
}
