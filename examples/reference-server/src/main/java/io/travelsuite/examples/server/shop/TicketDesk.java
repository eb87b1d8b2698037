package io.travelsuite.examples.server.shop;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.UnitState;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.notify.ticket.LowestIssues;
import io.travelsuite.notify.ticket.TicketResult;
import io.travelsuite.notify.ticket.TicketSerial;
import io.travelsuite.notify.ticket.TicketVerifier;
import java.time.ZoneOffset;
import java.util.List;

/** Issues the tickets of bookings, and judges those that are shown. Thread-safe. */
public final class TicketDesk {

  private final Stock stock;
  private final Checkout checkout;
  private final Papers papers;
  private final TicketVerifier verifier;

  /**
   * A desk.
   *
   * @param stock what is sold
   * @param checkout finds bookings
   * @param keys sign tickets
   * @param domain whose calendar events these are: {@code example.com}
   */
  public TicketDesk(Stock stock, Checkout checkout, TicketKeys keys, String domain) {
    this.stock = stock;
    this.checkout = checkout;
    papers = Papers.of(stock, keys, domain, null);
    verifier =
        new TicketVerifier(keys.accepted(), stock.clock().withZone(ZoneOffset.UTC), this::lowest);
  }

  /**
   * {@return a ticket for each place that is not cancelled}
   *
   * @param shopper whose
   * @param id of a booking that is confirmed
   */
  public Answer<List<IssuedTicket>> tickets(Shopper shopper, BookingId id) {
    return notice(shopper, id).map(papers.office()::issue);
  }

  /**
   * {@return the tickets as a PDF}
   *
   * @param shopper whose
   * @param id of a booking that is confirmed
   */
  public Answer<Attachment> pdf(Shopper shopper, BookingId id) {
    return notice(shopper, id)
        .map(notice -> papers.pdf().draw(notice, papers.office().issue(notice)));
  }

  /**
   * {@return the trip as a calendar file}
   *
   * @param shopper whose
   * @param id of a booking that is confirmed
   */
  public Answer<Attachment> calendar(Shopper shopper, BookingId id) {
    return notice(shopper, id).map(notice -> papers.calendar().files(notice).get(0));
  }

  private Answer<BookingNotice> notice(Shopper shopper, BookingId id) {
    return checkout
        .find(shopper, id)
        .then(
            booking ->
                isSold(booking)
                    ? new Answer.Done<>(papers.notices().of(NoticeKind.CONFIRMED, booking))
                    : Answer.refused(
                        Why.WRONG_STATE,
                        "there are no tickets: the booking is " + booking.state()));
  }

  private static boolean isSold(Booking booking) {
    return booking.state() == BookingState.CONFIRMED || booking.state() == BookingState.REDEEMED;
  }

  /**
   * {@return whether a ticket is good, whoever came in with it before}
   *
   * @param scanned the text of its QR code
   */
  public TicketResult judge(String scanned) {
    return verifier.verify(scanned);
  }

  /** A line that is changed gets another number: what the booking has under this one is good. */
  private int lowest(TicketSerial serial) {
    boolean good =
        stock.travel().bookings().find(serial.booking()).filter(TicketDesk::isSold).stream()
            .flatMap(booking -> booking.lines().stream())
            .filter(line -> line.number() == serial.line())
            .filter(line -> serial.unit() < line.units().size())
            .anyMatch(line -> line.units().get(serial.unit()) != UnitState.CANCELLED);
    return good ? 1 : LowestIssues.REVOKED;
  }
}
