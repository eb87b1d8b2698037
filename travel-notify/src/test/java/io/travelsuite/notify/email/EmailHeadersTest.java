package io.travelsuite.notify.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.channel.SendResult.Refused;
import io.travelsuite.notify.channel.SendResult.Sent;
import io.travelsuite.notify.naughty.Naughty;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailHeadersTest {

  /** Those a channel writes, and those the server adds. */
  private static final Set<String> HEADERS =
      Set.of(
          "Auto-Submitted",
          "Content-Language",
          "Content-Transfer-Encoding",
          "Content-Type",
          "Date",
          "From",
          "MIME-Version",
          "Message-ID",
          "Received",
          "Return-Path",
          "Subject",
          "To");

  private static Relay relay;
  private SmtpConnections connections;
  private EmailChannel channel;

  @BeforeAll
  static void start() {
    relay = new Relay();
  }

  @BeforeEach
  void open() {
    connections = relay.connections(Relay.plain(relay.port()));
    channel = EmailChannel.of(connections, Relay.SENDER, Relay.CLOCK);
  }

  @AfterEach
  void clear() throws Exception {
    relay.clear();
  }

  @AfterAll
  static void stop() throws Exception {
    relay.close();
  }

  private static Set<String> headers(MimeMessage message) throws MessagingException {
    Set<String> names = new TreeSet<>();
    for (Header each : Collections.list(message.getAllHeaders())) {
      names.add(each.getName());
    }
    return names;
  }

  private static MimeMessage only() {
    assertThat(relay.mailbox()).hasSize(1);
    return relay.mailbox().get(0);
  }

  /** What a reader should see of a naughty text. */
  private static String seen(String text) {
    return new String(HeaderText.oneLine(text).getBytes(UTF_8), UTF_8);
  }

  @Test
  void a_message_has_these_headers_and_no_others() throws Exception {
    channel.send(Relay.message("booking-1"));
    MimeMessage mail = only();
    assertThat(HEADERS).containsAll(headers(mail));
    assertThat(mail.getHeader("Date", null)).isEqualTo("Sun, 1 Mar 2026 08:09:10 +0000");
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("Content-Language", null)).isEqualTo("en");
    assertThat(mail.getHeader("From", null)).isEqualTo("Acme Coaches\r\n <tickets@acme.example>");
    assertThat(mail.getHeader("To", null)).isEqualTo(Relay.TO);
    assertThat(mail.getSubject()).isEqualTo("Your booking");
  }

  @Test
  void the_id_is_made_of_mode_and_key_alone() {
    Message live = Relay.message("booking-1");
    Content other = Content.text("Otherwise.");
    channel.send(live);
    channel.send(new Message("booking-1", Mode.LIVE, "bert@example.org", Locale.FRENCH, other));
    assertThat(relay.distinct()).isEqualTo(1);
    channel.send(new Message("booking-1", Mode.TEST, Relay.TO, Locale.ENGLISH, live.content()));
    assertThat(relay.distinct()).isEqualTo(2);
    assertThat(relay.mailbox())
        .allSatisfy(mail -> assertThat(Relay.id(mail)).matches("<[0-9a-f]{40}@acme\\.example>"));
  }

  @Test
  void the_result_names_the_message_by_its_id() {
    SendResult result = channel.send(Relay.message("booking-1"));
    assertThat(result).isInstanceOf(Sent.class);
    assertThat("<" + ((Sent) result).providerId() + ">").isEqualTo(Relay.id(only()));
  }

  @Test
  void answers_go_where_the_operator_wants_them() throws Exception {
    EmailSender sender = new EmailSender("no-reply@acme.example", "", "help@acme.example");
    EmailChannel.of(connections, sender, Relay.CLOCK).send(Relay.message("booking-1"));
    assertThat(only().getHeader("Reply-To", null)).isEqualTo("help@acme.example");
    assertThat(only().getHeader("From", null)).isEqualTo("no-reply@acme.example");
  }

  @Test
  void a_reader_gets_off_a_list_by_one_click() throws Exception {
    URI link = URI.create("https://acme.example/off?token=abc");
    channel.withUnsubscribe(message -> link).send(Relay.message("booking-1"));
    assertThat(only().getHeader("List-Unsubscribe", null)).isEqualTo("<" + link + ">");
    assertThat(only().getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void a_mail_to_get_off_a_list_needs_more_than_a_click() throws Exception {
    URI link = URI.create("mailto:off@acme.example");
    channel.withUnsubscribe(message -> link).send(Relay.message("booking-1"));
    assertThat(only().getHeader("List-Unsubscribe", null)).isEqualTo("<" + link + ">");
    assertThat(only().getHeader("List-Unsubscribe-Post", null)).isNull();
    URI file = URI.create("file:///etc/passwd");
    assertThat(channel.withUnsubscribe(message -> file).send(Relay.message("booking-2")))
        .isEqualTo(new Refused("bad-content"));
  }

  @Test
  void naughty_subjects_and_texts_arrive_as_they_are_and_bring_no_header() throws Exception {
    List<String> naughty = Naughty.strings();
    for (int i = 0; i < naughty.size(); i++) {
      Content content = new Content(naughty.get(i), naughty.get(i), null, List.of());
      Message message = new Message("n" + i, Mode.LIVE, Relay.TO, Locale.ENGLISH, content);
      assertThat(channel.send(message)).as(naughty.get(i)).isInstanceOf(Sent.class);
    }
    List<MimeMessage> mails = relay.mailbox();
    assertThat(mails).hasSize(naughty.size());
    for (int i = 0; i < naughty.size(); i++) {
      assertThat(HEADERS).as(naughty.get(i)).containsAll(headers(mails.get(i)));
      String subject = mails.get(i).getSubject();
      assertThat(subject == null ? "" : subject).isEqualTo(seen(naughty.get(i)));
    }
  }

  @Test
  void naughty_names_of_senders_arrive_as_they_are_and_bring_no_header() throws Exception {
    List<String> naughty = Naughty.strings();
    for (int i = 0; i < naughty.size(); i++) {
      EmailSender sender = new EmailSender("tickets@acme.example", naughty.get(i), null);
      SendResult result =
          EmailChannel.of(connections, sender, Relay.CLOCK).send(Relay.message("n" + i));
      assertThat(result).as(naughty.get(i)).isInstanceOf(Sent.class);
    }
    List<MimeMessage> mails = relay.mailbox();
    assertThat(mails).hasSize(naughty.size());
    for (int i = 0; i < naughty.size(); i++) {
      assertThat(HEADERS).as(naughty.get(i)).containsAll(headers(mails.get(i)));
      InternetAddress from = (InternetAddress) mails.get(i).getFrom()[0];
      assertThat(mails.get(i).getFrom()).hasSize(1);
      assertThat(from.getAddress()).isEqualTo("tickets@acme.example");
      String name = from.getPersonal();
      assertThat(name == null ? "" : name).isEqualTo(seen(naughty.get(i)));
    }
  }

  @Test
  void naughty_addresses_are_sent_to_or_refused_and_never_more_than_one() throws Exception {
    int sent = 0;
    for (String naughty : Naughty.strings()) {
      List<String> addresses =
          List.of(
              naughty + "@example.org", "anna@" + naughty, naughty, "anna@example.org" + naughty);
      for (String address : addresses) {
        if (!address.isBlank()) {
          SendResult result = channel.send(Relay.message("n", address, "Your booking"));
          assertThat(ok(result)).as(address).isTrue();
          sent += result instanceof Sent ? 1 : 0;
        }
      }
    }
    assertThat(sent).isPositive();
    assertThat(relay.mailbox()).hasSize(sent);
    for (MimeMessage mail : relay.mailbox()) {
      assertThat(HEADERS).containsAll(headers(mail));
      assertThat(mail.getAllRecipients()).hasSize(1);
    }
  }

  private static boolean ok(SendResult result) {
    return result instanceof Sent || result.equals(new Refused("bad-address"));
  }

  static Stream<String> valid() {
    return Stream.of(
        "simple@example.org",
        "very.common+tag@example.org",
        "x@example.org",
        "o'brien@example.org",
        "user%example.com@example.org",
        "!#$%&'*+-/=?^_`{|}~@example.org",
        "\"john doe\"@example.org",
        "\"a\\\"b@c\"@example.org",
        "a".repeat(64) + "@example.org",
        "anna@sub.sub.example.org",
        "anna@xn--bcher-kva.example",
        "anna@bücher.example",
        "anna@例え.テスト",
        "anna@localhost",
        "anna@123.example");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void a_valid_address_is_sent_to(String address) throws Exception {
    assertThat(channel.send(Relay.message("booking-1", address, "Your booking")))
        .isInstanceOf(Sent.class);
    String ascii = ((InternetAddress) only().getAllRecipients()[0]).getAddress();
    assertThat(ascii.chars()).allMatch(c -> c < 0x7f);
    assertThat(ascii).startsWith(address.substring(0, address.lastIndexOf('@') + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "@example.org",
        "anna@",
        ".anna@example.org",
        "an..na@example.org",
        "anna@example..org",
        "anna@-example.org",
        "anna@[192.0.2.1]",
        "anna@192.0.2.1",
        "Anna <anna@example.org>",
        "anna@example.org, bert@example.org",
        "anna@example.org\r\nRCPT TO:<thief@evil.example>",
        "anna @example.org",
        "änna@example.org",
        "anna@faß.example",
        "\"an\r\nna\"@example.org",
        "group:anna@example.org;"
      })
  void what_is_no_address_is_refused(String address) {
    assertThat(channel.send(Relay.message("booking-1", address, "Your booking")))
        .isEqualTo(new Refused("bad-address"));
    assertThat(relay.mailbox()).isEmpty();
  }

  @Test
  void control_a_header_set_raw_can_be_broken_into() throws Exception {
    MimeMessage mail = new EmailMessage("x@acme.example");
    mail.setHeader("Subject", "Anna\r\nBcc: thief@evil.example");
    mail.setText("Thank you.");
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    mail.writeTo(raw);
    assertThat(raw.toString(US_ASCII)).contains("\r\nBcc: thief@evil.example\r\n");
  }

  @Test
  void a_sender_that_has_no_address_is_none() {
    assertThatThrownBy(() -> new EmailSender("acme", "Acme", null))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> new EmailSender("a@acme.example", "Acme", "x\r\ny@acme.example"))
        .isInstanceOf(InvalidRequestException.class);
  }
}
