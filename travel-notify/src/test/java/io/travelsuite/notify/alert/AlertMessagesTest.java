package io.travelsuite.notify.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.notify.channel.CaptureChannel;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.email.EmailChannel;
import io.travelsuite.notify.email.EmailSender;
import io.travelsuite.notify.email.SmtpConnections;
import io.travelsuite.notify.email.SmtpSettings;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertMessagesTest {

  private static final Instant SINCE = Instant.parse("2027-01-15T08:30:00Z");
  private static final Alert BACKUP =
      new Alert(
          "backup.old", Alert.Severity.CRITICAL, "nightly\r\nBcc: all@example.org", "Make one.");
  private static final List<String> BOTH = List.of("ops@example.org", "boss@example.org");

  @Test
  void an_alert_is_a_mail_to_each_and_the_same_one_when_it_is_tried_again() throws Exception {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    GreenMail relay = new GreenMail(setup);
    relay.start();
    int port = relay.getSmtp().getPort();
    SmtpSettings settings =
        SmtpSettings.builder("localhost").port(port).plainTo("localhost").build();
    try (SmtpConnections connections = SmtpConnections.of(settings, alert -> {})) {
      EmailSender sender = new EmailSender("shop@acme.example", "Shop", null);
      AlertMessages mails =
          AlertMessages.by(
              EmailChannel.of(connections, sender, Clock.fixed(SINCE, ZoneOffset.UTC)), BOTH);
      mails.send(new AlertNotice(BACKUP, 1, SINCE));
      mails.send(new AlertNotice(BACKUP, 1, SINCE));
      mails.send(new AlertNotice(BACKUP, 7, SINCE));

      assertToldTwice(relay.getReceivedMessages());
    } finally {
      relay.stop();
    }
  }

  /** Each of two was told two things, one of them again. */
  private static void assertToldTwice(MimeMessage[] received) throws Exception {
    assertThat(received).hasSize(6);
    Set<String> ids = new HashSet<>();
    StringBuilder texts = new StringBuilder();
    for (MimeMessage mail : received) {
      ids.add(mail.getMessageID());
      texts.append(mail.getContent());
      assertThat(mail.getSubject()).startsWith("[CRITICAL] backup.old: nightly");
      assertThat(mail.getHeader("Bcc")).isNull();
    }
    assertThat(ids).hasSize(4);
    assertThat(texts).contains("Make one.", "2027-01-15T08:30:00Z", "7 times more");
  }

  private static SendResult unlessOps(Message message, SendResult otherwise) {
    return message.to().startsWith("ops") ? otherwise : new SendResult.Sent(null);
  }

  @Test
  void all_are_tried_and_one_who_was_not_told_makes_it_be_tried_again() {
    CaptureChannel channel =
        CaptureChannel.of("sms", 9)
            .answering(message -> unlessOps(message, new SendResult.Failed("connection", null)));
    assertThatThrownBy(
            () -> AlertMessages.by(channel, BOTH).send(new AlertNotice(BACKUP, 1, SINCE)))
        .isInstanceOf(AlertNotSentException.class)
        .hasMessageContaining("connection")
        .hasMessageNotContaining("example.org");
    assertThat(channel.messages()).extracting(Message::to).containsExactly("boss@example.org");
  }

  @Test
  void a_channel_that_sends_what_has_one_key_once_tells_each_once() {
    CaptureChannel channel = CaptureChannel.of("sms", 9);
    AlertMessages messages = AlertMessages.by(channel, BOTH);
    messages.send(new AlertNotice(BACKUP, 1, SINCE));
    messages.send(new AlertNotice(BACKUP, 1, SINCE));
    assertThat(channel.messages()).extracting(Message::to).containsExactlyElementsOf(BOTH);
  }

  @Test
  void an_address_that_is_gone_does_not_keep_the_others_awake_for_ever() {
    SendResult gone = new SendResult.Refused("no-such-mailbox");
    CaptureChannel one = CaptureChannel.of("email", 9).answering(to -> unlessOps(to, gone));
    AlertMessages.by(one, BOTH).send(new AlertNotice(BACKUP, 1, SINCE));
    CaptureChannel none = CaptureChannel.of("email", 9).answering(to -> gone);
    assertThatThrownBy(() -> AlertMessages.by(none, BOTH).send(new AlertNotice(BACKUP, 1, SINCE)))
        .isInstanceOf(AlertNotSentException.class)
        .hasMessageContaining("no-such-mailbox");
  }

  @Test
  void somebody_is_told() {
    assertThatThrownBy(() -> AlertMessages.by(CaptureChannel.of("email", 9), List.of()))
        .isInstanceOf(InvalidRequestException.class);
  }
}
