package io.travelsuite.notify.message;

import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.notify.ticket.TicketOffice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files that come along with mails: tickets with what is confirmed, changed or due soon, and
 * calendar events with what is confirmed, changed or cancelled.
 *
 * @param office who issues tickets, or null for none
 * @param pdf draws them as a PDF, or null for none: {@code TicketPdf::draw}
 * @param calendar writes calendar files, or null for none: {@code TripCalendar::files}
 */
public record MessageFiles(
    @Nullable TicketOffice office,
    @Nullable BiFunction<BookingNotice, List<IssuedTicket>, Attachment> pdf,
    @Nullable Function<BookingNotice, List<Attachment>> calendar) {

  /** No files. */
  public static final MessageFiles NONE = new MessageFiles(null, null, null);

  private static final Set<NoticeKind> WITH_TICKETS =
      Set.of(NoticeKind.CONFIRMED, NoticeKind.CHANGED, NoticeKind.REMINDER);
  private static final Set<NoticeKind> WITH_CALENDAR =
      Set.of(NoticeKind.CONFIRMED, NoticeKind.CHANGED, NoticeKind.CANCELLED);

  /**
   * {@return the same with tickets}
   *
   * @param issuer who issues them
   */
  public MessageFiles tickets(TicketOffice issuer) {
    return new MessageFiles(issuer, pdf, calendar);
  }

  /**
   * {@return the same with the tickets as a PDF}
   *
   * @param drawing draws them: {@code TicketPdf::draw}
   */
  public MessageFiles pdf(BiFunction<BookingNotice, List<IssuedTicket>, Attachment> drawing) {
    return new MessageFiles(office, drawing, calendar);
  }

  /**
   * {@return the same with calendar files}
   *
   * @param writing writes them: {@code TripCalendar::files}
   */
  public MessageFiles calendar(Function<BookingNotice, List<Attachment>> writing) {
    return new MessageFiles(office, pdf, writing);
  }

  List<IssuedTicket> tickets(BookingNotice notice) {
    boolean good = WITH_TICKETS.contains(notice.kind());
    return office != null && good ? office.issue(notice) : List.of();
  }

  boolean drawsPdf() {
    return pdf != null;
  }

  List<Attachment> of(BookingNotice notice, List<IssuedTicket> tickets) {
    List<Attachment> files = new ArrayList<>();
    if (pdf != null && !tickets.isEmpty()) {
      files.add(pdf.apply(notice, tickets));
    }
    if (calendar != null && WITH_CALENDAR.contains(notice.kind())) {
      files.addAll(calendar.apply(notice));
    }
    return files;
  }
}
