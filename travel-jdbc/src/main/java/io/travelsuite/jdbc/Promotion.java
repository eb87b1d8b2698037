package io.travelsuite.jdbc;

import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.price.Promo;
import io.travelsuite.price.PromoUse;
import io.travelsuite.price.StoredPromo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A promo code that a request uses.
 *
 * @param stored the code; how often it was used is judged by its counter
 * @param use what it takes off
 */
record Promotion(StoredPromo stored, PromoUse use) {

  /** Why it is not valid for these at that time, or null. */
  @Nullable NotOnSale refusal(Collection<Offer> offers, Instant now) {
    Promo promo = stored.promo();
    for (Offer offer : offers) {
      Occurrence occurrence = offer.occurrence();
      if (!promo.dates().contains(LocalDate.from(occurrence.localStart()))) {
        return invalid(occurrence, promo.code() + " is for " + promo.dates());
      }
      if (promo.endsAt() != null && !now.isBefore(promo.endsAt())) {
        return invalid(occurrence, promo.code() + " ended at " + promo.endsAt());
      }
    }
    return null;
  }

  static NotOnSale invalid(Occurrence occurrence, String detail) {
    return new NotOnSale(occurrence.id(), NotOnSale.Reason.PROMO_NOT_VALID, detail);
  }
}
