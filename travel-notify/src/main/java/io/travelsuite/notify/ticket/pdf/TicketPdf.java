package io.travelsuite.notify.ticket.pdf;

import static io.travelsuite.InvalidRequestException.unless;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.template.MessageTemplates;
import io.travelsuite.notify.ticket.IssuedTicket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Draws tickets as a PDF, a page a ticket, by the template {@code ticket.html}. Needs
 * openhtmltopdf-pdfbox and openhtmltopdf-rtl-support on the class path. Thread-safe.
 *
 * <p>The font it brings, DejaVu Sans, has the Latin, Greek, Cyrillic, Hebrew and Arabic letters; a
 * host adds its own for others, and names them in its {@code ticket.html}. Nothing is fetched: a
 * template's pictures are {@code data:} addresses.
 */
public final class TicketPdf {

  /** The family of the font that ships. */
  public static final String FAMILY = "Ticket Sans";

  private static final int BOLD = 700;

  private final MessageTemplates templates;
  private final Map<String, byte[]> fonts = new HashMap<>();
  private final byte[] plain = shipped("DejaVuSans.ttf");
  private final byte[] bold = shipped("DejaVuSans-Bold.ttf");

  /**
   * Tickets by these templates, in the font that ships.
   *
   * @param templates where the layout and the words are
   */
  public TicketPdf(MessageTemplates templates) {
    this(templates, Map.of());
  }

  /**
   * Tickets by these templates, in more fonts.
   *
   * @param templates where the layout and the words are
   * @param fonts TrueType fonts by family, copied
   */
  public TicketPdf(MessageTemplates templates, Map<String, byte[]> fonts) {
    this.templates = templates;
    fonts.forEach((family, font) -> this.fonts.put(family, font.clone()));
  }

  /**
   * {@return the tickets as {@code tickets.pdf}}
   *
   * @param notice what is booked
   * @param tickets the tickets, at least one
   */
  public Attachment draw(BookingNotice notice, List<IssuedTicket> tickets) {
    unless(!tickets.isEmpty(), "tickets", tickets, "must not be empty");
    String html = IsolatesAsElements.of(templates.ticketPages(notice, tickets));
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      builder(html.contains("dir=\"rtl\"")).withHtmlContent(html, "").toStream(pdf).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Attachment("tickets.pdf", "application/pdf", null, pdf.toByteArray());
  }

  private PdfRendererBuilder builder(boolean rightToLeft) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
    builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
    builder.useReplacementText("\u25a1");
    builder.withProducer("Travel Suite");
    builder.useFont(() -> new ByteArrayInputStream(plain), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> new ByteArrayInputStream(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
    fonts.forEach((family, font) -> builder.useFont(() -> new ByteArrayInputStream(font), family));
    return builder;
  }

  private static byte[] shipped(String file) {
    try (InputStream in = TicketPdf.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
