package io.travelsuite.jdbc;

import io.travelsuite.booking.Fare;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.Status;
import io.travelsuite.search.UnitsLeft;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Finds the lowest price at which a party fits in, for all parts that were found at once. */
record PricedParts(SearchRequest request, List<FoundPart> found) {

  List<Departure> departures(Handle handle) {
    Set<PriceQuery> queries = new LinkedHashSet<>();
    for (FoundPart part : found) {
      for (PartyFit.ClassLeft fareClass : part.fit().classes()) {
        for (Party.Part units : request.party().parts()) {
          queries.add(query(part, units, fareClass.fareClass()));
        }
      }
    }
    PriceLookup prices = PriceLookup.of(handle, queries);
    return found.stream().map(part -> departure(part, prices)).toList();
  }

  /** A fare class and what the party pays in it. */
  private record Choice(PartyFit.ClassLeft fareClass, @Nullable Money price) {

    boolean beats(Choice other) {
      return price != null
          && (other.price == null
              || (price.isSameCurrency(other.price) && price.isLessThan(other.price)));
    }
  }

  private Departure departure(FoundPart part, PriceLookup prices) {
    Choice best = null;
    for (PartyFit.ClassLeft fareClass : part.fit().classes()) {
      Choice choice = new Choice(fareClass, price(part, fareClass.fareClass(), prices));
      if (choice.price() != null || !part.offer().terms().priced()) {
        best = best == null || choice.beats(best) ? choice : best;
      }
    }
    // Where prices are asked, a party that fits and has none would be refused.
    boolean unpriced = best == null && part.fit().status() == Status.AVAILABLE;
    Occurrence occurrence = part.offer().occurrence();
    int left = best == null ? part.fit().left() : best.fareClass().left();
    return new Departure(
        occurrence.id(),
        occurrence.product(),
        occurrence.label(),
        part.legs(),
        part.leaves(),
        part.arrives(),
        unpriced ? Status.NOT_OFFERED : part.fit().status(),
        left > request.many() ? new UnitsLeft(request.many(), true) : new UnitsLeft(left, false),
        best == null ? null : best.fareClass().fareClass(),
        best == null ? null : best.price());
  }

  private PriceQuery query(FoundPart part, Party.Part units, @Nullable String fareClass) {
    Fare fare = PartyFit.inClass(units.fare(), fareClass);
    return PriceLookup.query(part.offer().occurrence(), part.legs(), fare, request.channel());
  }

  /** What the whole party pays, or null where a unit has no price, or one in another currency. */
  private @Nullable Money price(FoundPart part, @Nullable String fareClass, PriceLookup prices) {
    Money sum = null;
    for (Party.Part units : request.party().parts()) {
      Price each = prices.price(query(part, units, fareClass));
      if (each == null || (sum != null && !sum.isSameCurrency(each.amount()))) {
        return null;
      }
      Money total = each.total().multipliedBy(units.units());
      sum = sum == null ? total : sum.plus(total);
    }
    return sum;
  }
}
