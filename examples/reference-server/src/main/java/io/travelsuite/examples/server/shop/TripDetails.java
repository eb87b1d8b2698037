package io.travelsuite.examples.server.shop;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.notice.NoticeDetails;
import io.travelsuite.notify.notice.Sender;
import io.travelsuite.notify.notice.TripText;
import java.util.Locale;

/**
 * What tickets and messages say of a trip, from the catalogue.
 *
 * @param stock what is sold
 */
record TripDetails(Stock stock) implements NoticeDetails {

  @Override
  public Sender sender(OperatorId operator, Locale locale) {
    return new Sender(stock.catalogue().operator().name(), null, null, null);
  }

  @Override
  public TripText trip(Occurrence occurrence, Locale locale) {
    Offer offer = stock.catalogue().offer(occurrence.product()).orElseThrow();
    return new TripText(offer.product().name(), offer.options().get(0).hours().length());
  }
}
