package io.travelsuite.notify.email;

import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.channel.Content;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an e-mail, each level only where it is needed:
 *
 * <pre>
 * multipart/mixed
 *   multipart/alternative
 *     text/plain
 *     multipart/related         text/html and the pictures it shows
 *     text/calendar; method=…   what Gmail and Outlook show as an event (RFC 6047)
 *   application/ics             the same once more, for clients that look for a file
 *   files
 * </pre>
 */
final class EmailBody {

  private static final String UTF_8 = "UTF-8";
  private static final Pattern CONTENT_ID = Pattern.compile("[A-Za-z0-9._@+-]{1,200}");

  private EmailBody() {}

  /** Something that has content, parts or none. */
  static void set(Part message, Content content) throws MessagingException {
    List<Attachment> files =
        content.attachments().stream().filter(each -> !isPicture(each)).toList();
    MimeBodyPart body = alternatives(content);
    if (files.isEmpty()) {
      message.setDataHandler(body.getDataHandler());
      return;
    }
    MimeMultipart mixed = new MimeMultipart("mixed");
    mixed.addBodyPart(body);
    for (Attachment file : files) {
      mixed.addBodyPart(file(file));
    }
    message.setContent(mixed);
  }

  private static MimeBodyPart alternatives(Content content) throws MessagingException {
    MimeBodyPart text = text(content.text(), "plain");
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(text);
    String html = content.html();
    if (html != null) {
      alternatives.addBodyPart(related(html, content.attachments()));
    }
    for (Attachment each : content.attachments()) {
      if (method(each) != null) {
        alternatives.addBodyPart(calendar(each));
      }
    }
    return alternatives.getCount() == 1 ? text : of(alternatives);
  }

  private static BodyPart related(String html, List<Attachment> attachments)
      throws MessagingException {
    MimeBodyPart page = text(html, "html");
    MimeMultipart related = new MimeMultipart("related");
    related.addBodyPart(page);
    for (Attachment each : attachments) {
      if (isPicture(each)) {
        related.addBodyPart(picture(each));
      }
    }
    return related.getCount() == 1 ? page : of(related);
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(wellFormed(text), UTF_8, subtype);
    return part;
  }

  /** Half a character would be a question mark, or an exception, by the encoder's mood. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static MimeBodyPart of(Multipart parts) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(parts);
    return part;
  }

  private static MimeBodyPart calendar(Attachment event) throws MessagingException {
    return part(event, type(event).toString());
  }

  private static MimeBodyPart file(Attachment file) throws MessagingException {
    ContentType type = type(file);
    String shown = method(file) == null ? type.toString() : "application/ics";
    MimeBodyPart part = part(file, shown);
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(file.fileName());
    return part;
  }

  private static MimeBodyPart picture(Attachment picture) throws MessagingException {
    String id = String.valueOf(picture.contentId());
    if (!CONTENT_ID.matcher(id).matches()) {
      throw new MessagingException("a content id must be 1 to 200 of A-Z a-z 0-9 . _ @ + -");
    }
    MimeBodyPart part = part(picture, type(picture).toString());
    part.setDisposition(Part.INLINE);
    part.setFileName(picture.fileName());
    part.setContentID("<" + id + ">");
    return part;
  }

  /** In Base64, whatever is in it: a signed file must come as it went. */
  private static MimeBodyPart part(Attachment file, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static boolean isPicture(Attachment attachment) {
    return attachment.contentId() != null;
  }

  /** The method of a calendar's event, or null. */
  private static @Nullable String method(Attachment attachment) throws MessagingException {
    ContentType type = type(attachment);
    boolean calendar = type.getBaseType().toLowerCase(Locale.ROOT).equals("text/calendar");
    return calendar ? type.getParameter("method") : null;
  }

  private static ContentType type(Attachment attachment) throws MessagingException {
    return new ContentType(attachment.contentType());
  }
}
