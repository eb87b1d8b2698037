package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.message.MailProbe;
import io.travelsuite.notify.email.SmtpSettings;
import io.travelsuite.notify.email.SmtpSettingsBuilder;
import io.travelsuite.security.readiness.MailFacts;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the readiness check learns of a mail server. */
class MailProbeTest {

  @TempDir private static Path folder;
  private static ServerIdentity identity;

  @BeforeAll
  static void create() {
    identity = ServerIdentity.create(folder, "mail");
  }

  /** A mail server that greets, begins TLS when it is asked to, and no more. */
  private record Door(ServerSocket socket, boolean atOnce, String offers) implements AutoCloseable {

    static Door open(boolean atOnce, String offers) throws IOException {
      Door door = new Door(new ServerSocket(0), atOnce, offers);
      Thread answering = new Thread(door::answer, "mail-door");
      answering.setDaemon(true);
      answering.start();
      return door;
    }

    SmtpSettingsBuilder reached(String host) {
      SmtpSettingsBuilder smtp =
          SmtpSettings.builder(host).trust(ServerIdentity.trusting(identity));
      return (atOnce ? smtp.tls() : smtp).port(socket.getLocalPort());
    }

    private void answer() {
      while (!socket.isClosed()) {
        try (Socket in = socket.accept()) {
          talk(in);
        } catch (IOException e) {
          // whoever asked has gone, or the test is over
        }
      }
    }

    private void talk(Socket plain) throws IOException {
      Socket line = atOnce ? secured(plain) : plain;
      say(line, "220 here");
      for (String said = heard(line); !said.isEmpty(); said = heard(line)) {
        if (said.startsWith("EHLO")) {
          say(line, offers);
        } else if (said.startsWith("STARTTLS")) {
          say(line, "220 go on");
          line = secured(plain);
        } else {
          say(line, "221 bye");
        }
      }
    }

    private static Socket secured(Socket plain) throws IOException {
      SSLSocket secured =
          (SSLSocket)
              identity
                  .serving()
                  .getSocketFactory()
                  .createSocket(plain, "localhost", plain.getPort(), true);
      secured.setUseClientMode(false);
      return secured;
    }

    private static void say(Socket line, String text) throws IOException {
      line.getOutputStream().write((text + "\r\n").getBytes(US_ASCII));
    }

    /** Byte by byte: what follows may be TLS. */
    private static String heard(Socket line) throws IOException {
      InputStream in = line.getInputStream();
      StringBuilder text = new StringBuilder();
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        text.append((char) c);
      }
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static MailFacts looked(boolean atOnce, String offers, String host) throws Exception {
    try (Door door = Door.open(atOnce, offers)) {
      return new MailProbe(door.reached(host).build()).call();
    }
  }

  @Test
  void a_good_mail_server_takes_no_password_before_tls() throws Exception {
    assertThat(looked(false, "250-here\r\n250 STARTTLS", "localhost"))
        .isEqualTo(new MailFacts(true, true, false));
    assertThat(looked(true, "250-here\r\n250 AUTH PLAIN", "localhost"))
        .isEqualTo(new MailFacts(true, true, false));
  }

  @Test
  void one_that_takes_passwords_in_the_clear_or_offers_no_tls_is_seen() throws Exception {
    assertThat(looked(false, "250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN", "localhost"))
        .isEqualTo(new MailFacts(true, true, true));
    assertThat(looked(false, "250 here", "localhost"))
        .isEqualTo(new MailFacts(false, false, false));
  }

  @Test
  void one_of_another_name_is_seen() throws Exception {
    assertThat(looked(false, "250-here\r\n250 STARTTLS", "127.0.0.2"))
        .isEqualTo(new MailFacts(true, false, false));
    assertThat(looked(true, "250 here", "127.0.0.2")).isEqualTo(new MailFacts(true, false, false));
  }

  @Test
  void one_that_does_not_answer_is_not_judged() {
    MailProbe probe =
        new MailProbe(SmtpSettings.builder("127.0.0.1").port(Listening.freePort()).build());
    assertThatThrownBy(probe::call).isInstanceOf(MessagingException.class);
  }
}
