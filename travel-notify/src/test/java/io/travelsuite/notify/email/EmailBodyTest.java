package io.travelsuite.notify.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmailBodyTest {

  private static final byte[] BYTES = {0, 1, '\r', '\n', '.', '\r', '\n', -1};
  private static final Attachment PICTURE =
      new Attachment("qr.png", "image/png", "qr@ticket", BYTES);
  private static final Attachment PDF =
      new Attachment("ticket.pdf", "application/pdf", null, BYTES);
  private static final Attachment EVENT =
      new Attachment(
          "trip.ics",
          "text/calendar; charset=UTF-8; method=REQUEST",
          null,
          "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Zürich\r\nEND:VCALENDAR\r\n"
              .getBytes(UTF_8));

  private static Relay relay;

  @BeforeAll
  static void start() {
    relay = new Relay();
  }

  @AfterEach
  void clear() throws Exception {
    relay.clear();
  }

  @AfterAll
  static void stop() throws Exception {
    relay.close();
  }

  private static SendResult send(String text, String html, Attachment... attachments) {
    Content content = new Content("Your trip", text, html, List.of(attachments));
    return relay
        .channel(Relay.plain(relay.port()))
        .send(new Message("trip-1", Mode.LIVE, Relay.TO, Locale.GERMAN, content));
  }

  private static MimeMessage sent(String text, String html, Attachment... attachments) {
    assertThat(send(text, html, attachments)).isInstanceOf(SendResult.Sent.class);
    return relay.mailbox().get(0);
  }

  /** The tree of types, such as {@code mixed(alternative(plain html) pdf)}. */
  private static String tree(Part part) throws Exception {
    String subtype = new ContentType(part.getContentType()).getSubType();
    if (!(part.getContent() instanceof Multipart parts)) {
      return subtype;
    }
    List<String> each = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      each.add(tree(parts.getBodyPart(i)));
    }
    return subtype + "(" + String.join(" ", each) + ")";
  }

  private static BodyPart part(Part of, int... path) throws Exception {
    Part part = of;
    for (int index : path) {
      part = ((Multipart) part.getContent()).getBodyPart(index);
    }
    return (BodyPart) part;
  }

  private static byte[] bytes(Part part) throws Exception {
    return part.getInputStream().readAllBytes();
  }

  @Test
  void a_text_alone_is_a_text_alone() throws Exception {
    MimeMessage mail = sent("Grüße\n.\nFrom here", null);
    assertThat(tree(mail)).isEqualTo("plain");
    assertThat(mail.getContent()).isEqualTo("Grüße\r\n.\r\nFrom here");
  }

  @Test
  void text_and_html_are_alternatives() throws Exception {
    MimeMessage mail = sent("Grüße", "<p>Grüße, <b>שלום</b></p>");
    assertThat(tree(mail)).isEqualTo("alternative(plain html)");
    assertThat(part(mail, 1).getContent()).isEqualTo("<p>Grüße, <b>שלום</b></p>");
  }

  @Test
  void a_picture_is_beside_the_page_that_shows_it() throws Exception {
    MimeMessage mail = sent("See", "<img src=\"cid:qr@ticket\">", PICTURE);
    assertThat(tree(mail)).isEqualTo("alternative(plain related(html png))");
    MimeBodyPart picture = (MimeBodyPart) part(mail, 1, 1);
    assertThat(picture.getContentID()).isEqualTo("<qr@ticket>");
    assertThat(picture.getDisposition()).isEqualTo("inline");
    assertThat(bytes(picture)).isEqualTo(BYTES);
  }

  @Test
  void an_event_is_an_alternative_and_a_file() throws Exception {
    MimeMessage mail = sent("See", "<p>See</p>", PICTURE, PDF, EVENT);
    assertThat(tree(mail))
        .isEqualTo("mixed(alternative(plain related(html png) calendar) pdf ics)");
    BodyPart shown = part(mail, 0, 2);
    ContentType type = new ContentType(shown.getContentType());
    assertThat(type.getParameter("method")).isEqualTo("REQUEST");
    assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
    assertThat(shown.getDisposition()).as("or Gmail takes it for a file").isNull();
    assertThat(bytes(shown)).isEqualTo(EVENT.bytes());
    BodyPart file = part(mail, 2);
    assertThat(file.getDisposition()).isEqualTo("attachment");
    assertThat(file.getFileName()).isEqualTo("trip.ics");
    assertThat(bytes(file)).isEqualTo(EVENT.bytes());
    assertThat(bytes(part(mail, 1))).isEqualTo(BYTES);
  }

  @Test
  void a_calendar_without_a_method_is_a_file_like_any_other() throws Exception {
    Attachment plain = new Attachment("trip.ics", "text/calendar", null, EVENT.bytes());
    assertThat(tree(sent("See", null, plain))).isEqualTo("mixed(plain calendar)");
  }

  @Test
  void no_line_is_longer_than_smtp_allows() throws Exception {
    MimeMessage mail = sent("x".repeat(5000), "<p>" + "é".repeat(5000) + "</p>", PDF);
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    mail.writeTo(raw);
    assertThat(raw.toString(UTF_8).split("\r\n")).allMatch(line -> line.length() <= 998);
    assertThat(part(mail, 0, 0).getContent()).isEqualTo("x".repeat(5000));
  }

  @Test
  void what_would_break_into_a_parts_headers_is_refused() {
    for (String id : List.of("a>\r\nBcc: thief@evil.example", "a b", "", "<a>")) {
      Attachment bad = new Attachment("a.png", "image/png", id, BYTES);
      assertThat(send("See", "<p>See</p>", bad)).isEqualTo(new SendResult.Refused("bad-content"));
    }
    Attachment untyped = new Attachment("a.png", "no type at all", null, BYTES);
    assertThat(send("See", null, untyped)).isEqualTo(new SendResult.Refused("bad-content"));
    assertThat(relay.mailbox()).isEmpty();
  }
}
