package io.travelsuite.examples.server.shop;

import com.openhtmltopdf.util.XRLog;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.notify.calendar.TripCalendar;
import io.travelsuite.notify.message.MessageFiles;
import io.travelsuite.notify.notice.Notices;
import io.travelsuite.notify.template.MessageTemplates;
import io.travelsuite.notify.ticket.TicketOffice;
import io.travelsuite.notify.ticket.TicketSigner;
import io.travelsuite.notify.ticket.pdf.TicketPdf;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * What customers are given on paper, and what it is made of. Thread-safe.
 *
 * @param notices what is told of a booking
 * @param templates how it is told
 * @param office issues tickets
 * @param pdf draws them
 * @param calendar writes trips as calendar files
 */
public record Papers(
    Notices notices,
    MessageTemplates templates,
    TicketOffice office,
    TicketPdf pdf,
    TripCalendar calendar) {

  static { // else each PDF is told in six lines
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  /**
   * {@return the papers of what is sold}
   *
   * @param stock what is sold
   * @param keys sign tickets
   * @param domain whose calendar events these are: {@code example.com}
   * @param contact the address where questions go, or null where none is told
   */
  public static Papers of(Stock stock, TicketKeys keys, String domain, @Nullable String contact) {
    TripDetails details = new TripDetails(stock, contact);
    MessageTemplates templates = MessageTemplates.builder().build();
    return new Papers(
        new Notices(stock.travel().inventory(), details, Locale.ENGLISH),
        templates,
        new TicketOffice(new TicketSigner(keys.id(), keys.signing()), details),
        new TicketPdf(templates),
        new TripCalendar(domain, stock.clock().withZone(ZoneOffset.UTC)));
  }

  /** {@return the files that come along with a mail} */
  public MessageFiles files() {
    return MessageFiles.NONE.tickets(office).pdf(pdf::draw).calendar(calendar::files);
  }
}
