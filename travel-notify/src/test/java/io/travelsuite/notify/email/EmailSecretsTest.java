package io.travelsuite.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.notify.Everything;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.email.SmtpFront.Fault;
import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No password, address or text in a log at any level, nor in a result. */
class EmailSecretsTest {

  private static final String PASSWORD = "pa55-planted";
  private static final String TO = "planted-recipient@example.org";
  private static final String TEXT = "planted-text";

  private Relay relay;
  private SmtpFront front;
  private EmailChannel channel;
  private Everything everything;

  @BeforeEach
  void start() {
    relay = new Relay();
    relay.mail().setUser("acme@acme.example", "acme", PASSWORD);
    front = relay.front();
    everything = new Everything();
    connect();
  }

  private void connect() {
    channel = relay.channel(Relay.plain(front.port()).signIn("acme", Secret.of(PASSWORD)));
  }

  @AfterEach
  void stop() throws Exception {
    everything.close();
    relay.close();
  }

  private SendResult send(String key) {
    Content content = new Content(TEXT, TEXT, "<p>" + TEXT + "</p>", List.of());
    return channel.send(new Message(key, Mode.LIVE, TO, Locale.ENGLISH, content));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothing_of_a_message_is_logged_or_said_whatever_happens() {
    StringBuilder said = new StringBuilder();
    said.append(send("k1"));
    front.fault("RCPT", new Fault.Answer("550 5.1.1 <" + TO + "> is no mailbox"));
    said.append(send("k2"));
    front.fault(".", new Fault.Answer("554 5.7.1 we dislike " + TEXT));
    said.append(send("k3"));
    front.fault(".", new Fault.CutAnswer());
    said.append(send("k4"));
    front.fault("AUTH", new Fault.Answer("535 5.7.8 not " + PASSWORD));
    said.append(send("k5"));
    String all = said + everything.heard() + relay.alerts;
    assertThat(all)
        .contains("no-such-mailbox", "content-refused", "connection-lost", "authentication")
        .doesNotContain(PASSWORD, TO, TEXT, base64(PASSWORD), base64("\0acme\0" + PASSWORD));
  }

  @Test
  void control_with_the_loggers_of_the_conversation_on_the_recipient_is_logged() {
    send("k0"); // the first one silences them
    connect();
    Logger protocol = Logger.getLogger("io.travelsuite.notify.email.protocol");
    Level before = protocol.getLevel();
    assertThat(before).isEqualTo(Level.OFF);
    protocol.setLevel(Level.ALL);
    try {
      send("k1");
    } finally {
      protocol.setLevel(before);
    }
    assertThat(everything.heard()).contains(TO);
  }
}
