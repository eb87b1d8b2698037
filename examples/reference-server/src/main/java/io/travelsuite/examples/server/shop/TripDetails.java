package io.travelsuite.examples.server.shop;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.notice.NoticeDetails;
import io.travelsuite.notify.notice.Sender;
import io.travelsuite.notify.notice.TripText;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What tickets and messages say of a trip, from the catalogue. They lead nowhere: the pages of a
 * booking are its browser's alone, and a mail may be read on any other.
 *
 * @param stock what is sold
 * @param contact the address where questions go, or null where none is told
 */
record TripDetails(Stock stock, @Nullable String contact) implements NoticeDetails {

  @Override
  public Sender sender(OperatorId operator, Locale locale) {
    return new Sender(stock.catalogue().operator().name(), contact, null, null);
  }

  @Override
  public TripText trip(Occurrence occurrence, Locale locale) {
    Offer offer = stock.catalogue().offer(occurrence.product()).orElseThrow();
    return new TripText(offer.product().name(), offer.options().get(0).hours().length());
  }

  /** What went back of a booking that is cancelled, or surely will; it is owed with its end. */
  @Override
  public @Nullable Money refund(Booking booking) {
    if (booking.state() != BookingState.CANCELLED) {
      return null;
    }
    List<Refund> all =
        stock.transactions().run((connection, joined) -> Refunds.of(connection, booking.id()));
    return all.stream()
        .filter(one -> one.state() == Refund.State.DUE || one.state() == Refund.State.DONE)
        .map(one -> one.what().amount())
        .reduce(Money::plus)
        .orElse(null);
  }
}
