package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.search.Search;
import io.travelsuite.search.SearchPage;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.SearchScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What can be had, in the database. */
final class JdbcSearch implements Search {

  private final Transactions transactions;
  private final Offers offers;
  private final DatabaseClock clock;

  JdbcSearch(Transactions transactions, Offers offers, Settings settings) {
    this.transactions = transactions;
    this.offers = offers;
    clock = new DatabaseClock(settings.clock());
  }

  @Override
  public SearchPage find(SearchRequest request) {
    return transactions.read(Transactions.Freshness.LOCAL, handle -> find(handle, request));
  }

  private SearchPage find(Handle handle, SearchRequest request) {
    Instant now = clock.now(handle);
    SearchHits hits =
        request.scope() instanceof SearchScope.OfProduct calendar
            ? new CalendarSearch(calendar.product(), request).hits(handle)
            : new BetweenSearch((SearchScope.Between) request.scope(), request).hits(handle);
    List<FoundOccurrence> found = ExpiredHolds.asFree(handle, hits.found(), now);
    List<OccurrenceRow> rows = found.stream().map(FoundOccurrence::row).toList();
    List<Offer> offered = offers.offers(handle, rows);
    PartyFit fit = new PartyFit(request, now);
    List<FoundPart> parts = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      FoundOccurrence one = found.get(i);
      Offer offer = offered.get(i);
      for (LegRange legs : sections(request.scope(), one, offer.layout())) {
        parts.add(new FoundPart(offer, legs, fit.of(offer, legs, new LegsLeft(one, legs))));
      }
    }
    return new SearchPage(new PricedParts(request, parts).departures(handle), hits.next());
  }

  private static List<LegRange> sections(SearchScope scope, FoundOccurrence found, Layout layout) {
    if (scope instanceof SearchScope.Between between) {
      return StopSections.of(layout.stops(), between.stops()).stream()
          .filter(legs -> legs.from() == found.from())
          .toList();
    }
    StopPair stops = ((SearchScope.OfProduct) scope).stops();
    return stops == null
        ? StopSections.whole(layout.stops())
        : StopSections.of(layout.stops(), stops);
  }
}
