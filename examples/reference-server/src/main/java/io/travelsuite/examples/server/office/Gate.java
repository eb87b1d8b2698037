package io.travelsuite.examples.server.office;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Refusals;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.shop.TicketDesk;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.notify.ticket.Ticket;
import io.travelsuite.notify.ticket.TicketResult;
import io.travelsuite.notify.ticket.TicketSerial;
import org.jspecify.annotations.Nullable;

/** Who travels, and who has come. Thread-safe. */
public final class Gate {

  private final Stock stock;
  private final TicketDesk tickets;

  /**
   * A gate.
   *
   * @param stock what is sold
   * @param tickets judges what is shown
   */
  public Gate(Stock stock, TicketDesk tickets) {
    this.stock = stock;
    this.tickets = tickets;
  }

  /**
   * {@return a page of the bookings of a departure}
   *
   * @param departure which
   * @param after after which booking, or null for the first page
   */
  public Answer<ManifestPage> manifest(OccurrenceId departure, @Nullable BookingId after) {
    if (stock.travel().inventory().find(departure).isEmpty()) {
      return Answer.refused(Why.NO_SUCH_DEPARTURE, "there is no departure of that id");
    }
    ManifestRequest request = ManifestRequest.of(departure);
    return new Answer.Done<>(
        stock.travel().bookings().manifest(after == null ? request : request.after(after)));
  }

  /**
   * Who came in.
   *
   * @param booking theirs, as it now stands
   * @param place which of its places
   */
  public record CheckedIn(Booking booking, TicketSerial place) {}

  /**
   * Lets somebody in by their ticket, once.
   *
   * @param departure the one that boards here
   * @param scanned the text of the ticket's QR code
   * @return who came in, or why nobody does
   */
  public Answer<CheckedIn> checkIn(OccurrenceId departure, String scanned) {
    TicketResult result = tickets.judge(scanned);
    if (result instanceof TicketResult.Refused refused) {
      return Answer.refused(Why.TICKET_REFUSED, "the ticket is not good: " + refused.reason());
    }
    Ticket ticket = ((TicketResult.Valid) result).ticket();
    if (!ticket.occurrence().equals(departure)) {
      return Answer.refused(Why.OTHER_DEPARTURE, "the ticket is for another departure");
    }
    TicketSerial place = ticket.serial();
    return Refusals.of(
            stock
                .travel()
                .bookings()
                .redeem(place.booking(), UnitSelection.of(place.line(), place.unit())))
        .map(booking -> new CheckedIn(booking, place));
  }
}
