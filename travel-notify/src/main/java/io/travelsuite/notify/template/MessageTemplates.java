package io.travelsuite.notify.template;

import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.CleanText;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.notify.ticket.TicketSerial;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes messages about bookings in the customer's language. Immutable and thread-safe.
 *
 * <p>What customers, operators and hosts typed is text: escaped in HTML, on one line, and isolated
 * where its direction is not the language's.
 *
 * <pre>{@code
 * MessageTemplates templates =
 *     MessageTemplates.builder().source(TemplateSource.directory(Path.of("mail"))).build();
 * Content mail = templates.mail(notice, tickets);
 * }</pre>
 */
public final class MessageTemplates {

  static final String TICKET = "ticket";

  private static final int SCALE = 6;

  private final Map<Locale, Language> languages;
  private final Locale fallback;

  MessageTemplates(Map<Locale, Language> languages, Locale fallback) {
    this.languages = Map.copyOf(languages);
    this.fallback = fallback;
  }

  /** {@return a builder, which writes English, German and Hebrew as they ship} */
  public static MessageTemplatesBuilder builder() {
    return new MessageTemplatesBuilder();
  }

  /**
   * {@return the locale that a message is written in} The customer's own where there is its
   * language, with its country's dates and amounts; else the fallback.
   *
   * @param notice what is told
   */
  public Locale locale(BookingNotice notice) {
    return NoticeModel.locale(notice, language(notice).words());
  }

  /**
   * {@return an e-mail: subject, text, HTML, and the pictures of the tickets that it shows}
   *
   * @param notice what is told
   * @param tickets the tickets to show; none unless they are good
   */
  public Content mail(BookingNotice notice, List<IssuedTicket> tickets) {
    Language language = language(notice);
    Map<String, Object> names =
        new NoticeModel(notice, language.words())
            .names(tickets, ticket -> "cid:" + contentId(ticket.ticket().serial()));
    String kind = notice.kind().text();
    Phrase subject = language.words().phrase(kind + ".subject", names);
    names.put("subject", new Phrase(CleanText.collapsed(subject.text())));
    return new Content(
        names.get("subject").toString(),
        language.render(kind, ".txt", names).strip() + "\n",
        language.render(kind, ".html", names),
        tickets.stream().map(MessageTemplates::picture).toList());
  }

  /**
   * {@return an SMS} Spaces that are not in its short alphabet are plain ones.
   *
   * @param notice what is told
   */
  public Content sms(BookingNotice notice) {
    Words words = language(notice).words();
    Map<String, Object> names = new NoticeModel(notice, words).names(List.of(), ticket -> "");
    Phrase text = words.phrase(notice.kind().text() + ".sms", names);
    return Content.text(CleanText.collapsed(text.text().replaceAll("\\p{Zs}", " ")));
  }

  /**
   * {@return a page of XHTML a ticket, its picture within it: what a PDF is made of}
   *
   * @param notice what is booked
   * @param tickets the tickets, at least one
   */
  public String ticketPages(BookingNotice notice, List<IssuedTicket> tickets) {
    Language language = language(notice);
    Map<String, Object> names =
        new NoticeModel(notice, language.words()).names(tickets, MessageTemplates::inline);
    return language.render(TICKET, ".html", names);
  }

  private static String inline(IssuedTicket ticket) {
    byte[] png = ticket.picture().png(SCALE);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  private static Attachment picture(IssuedTicket ticket) {
    TicketSerial serial = ticket.ticket().serial();
    String name = "ticket-" + serial.line() + "-" + serial.unit() + ".png";
    return new Attachment(name, "image/png", contentId(serial), ticket.picture().png(SCALE));
  }

  /** Of the form of an address, as RFC 2392 wants it. */
  private static String contentId(TicketSerial serial) {
    return "ticket-" + serial.line() + "-" + serial.unit() + "@" + serial.booking();
  }

  /** The best of RFC 4647's lookup: de-CH, then de, then the fallback. */
  private Language language(BookingNotice notice) {
    Locale.LanguageRange range =
        new Locale.LanguageRange(notice.locale().stripExtensions().toLanguageTag());
    Locale found = Locale.lookup(List.of(range), languages.keySet());
    return Objects.requireNonNull(languages.get(found == null ? fallback : found));
  }
}
