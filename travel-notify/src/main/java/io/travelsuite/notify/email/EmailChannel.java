package io.travelsuite.notify.email;

import io.travelsuite.notify.address.EmailAddress;
import io.travelsuite.notify.channel.Channel;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends e-mail by a relay, as one operator. Thread-safe.
 *
 * <p>A message is handed over once or its result says why not. {@link SendResult.Unknown} means
 * that the connection was lost between the end of the message and the relay's answer: sent again it
 * has the same {@code Message-ID}, made from its {@link Message#key key}, by which many mailboxes
 * show it once and a provider's log tells how often it came.
 *
 * <p>Nothing in a subject, a name or an address can become a header of its own. Results, exceptions
 * and logs hold no address, no text, no password and none of the relay's words.
 */
public final class EmailChannel implements Channel {

  /** RFC 5322, 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final SmtpConnections connections;
  private final EmailSender sender;
  private final Clock clock;
  private final UnsubscribeLink unsubscribe;

  private EmailChannel(
      SmtpConnections connections, EmailSender sender, Clock clock, UnsubscribeLink unsubscribe) {
    this.connections = connections;
    this.sender = sender;
    this.clock = clock;
    this.unsubscribe = unsubscribe;
  }

  /**
   * A channel of an operator.
   *
   * @param connections to the relay, shared with other operators' channels
   * @param sender who the e-mails come from
   * @param clock dates them
   * @return the channel
   */
  public static EmailChannel of(SmtpConnections connections, EmailSender sender, Clock clock) {
    return new EmailChannel(connections, sender, clock, message -> null);
  }

  /**
   * {@return the same with {@code List-Unsubscribe} (RFC 2369, 8058)}
   *
   * @param link where a reader gets off the list
   */
  public EmailChannel withUnsubscribe(UnsubscribeLink link) {
    return new EmailChannel(connections, sender, clock, link);
  }

  @Override
  public String name() {
    return "email";
  }

  /**
   * Sends a message.
   *
   * @return besides what the relay answers, {@link SendResult.Refused} of {@code bad-address} or
   *     {@code bad-content} (an attachment whose type or content id is none)
   */
  @Override
  public SendResult send(Message message) {
    Optional<EmailAddress> to = EmailAddress.parse(message.to());
    if (to.isEmpty()) {
      return new SendResult.Refused("bad-address");
    }
    String id = MessageId.of(message, sender.address().domain());
    MimeMessage composed;
    InternetAddress recipient;
    try {
      recipient = internet(to.get());
      composed = compose(message, recipient, id);
    } catch (MessagingException bad) {
      return new SendResult.Refused("bad-content");
    }
    return connections.send(composed, recipient, id);
  }

  private MimeMessage compose(Message message, InternetAddress to, String id)
      throws MessagingException {
    EmailMessage mime = new EmailMessage(id);
    mime.setHeader("From", from());
    mime.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
    String replyTo = sender.replyTo();
    if (replyTo != null) {
      mime.setHeader("Reply-To", EmailAddress.parse(replyTo).orElseThrow().text());
    }
    mime.setHeader("Subject", HeaderText.encoded(message.content().subject()));
    mime.setHeader("Date", DATE.format(clock.instant()));
    mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notes, no loops
    mime.setHeader("Content-Language", message.locale().toLanguageTag());
    unsubscribe(mime, message);
    EmailBody.set(mime, message.content());
    mime.saveChanges();
    return mime;
  }

  private String from() {
    String address = sender.address().text();
    String name = HeaderText.encoded(sender.name());
    return name.isEmpty() ? address : name + "\r\n <" + address + ">";
  }

  private void unsubscribe(MimeMessage mime, Message message) throws MessagingException {
    URI link = unsubscribe.of(message);
    if (link == null) {
      return;
    }
    boolean oneClick = "https".equalsIgnoreCase(link.getScheme());
    if (!oneClick && !"mailto".equalsIgnoreCase(link.getScheme())) {
      throw new MessagingException("a link to unsubscribe must be https or mailto");
    }
    mime.setHeader("List-Unsubscribe", "<" + link.toASCIIString() + ">");
    if (oneClick) {
      mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private static InternetAddress internet(EmailAddress address) throws AddressException {
    return new InternetAddress(address.text(), false);
  }
}
