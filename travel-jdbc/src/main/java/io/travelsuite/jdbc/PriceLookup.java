package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Fare;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceQuery;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Prices of many units, read at once. */
final class PriceLookup {

  private final Map<Group, List<PriceRule>> rules = new HashMap<>();

  private PriceLookup() {}

  /** What a rule and a query that it fits have in common; stops are null for any section. */
  private record Group(ProductId product, @Nullable String unit, @Nullable StopPair stops) {}

  /** Reads what may fit these queries, in one statement for the lines of one request. */
  static PriceLookup of(Handle handle, Collection<PriceQuery> queries) {
    PriceLookup lookup = new PriceLookup();
    if (!queries.isEmpty()) {
      for (PriceRow row : PriceTable.candidates(handle, queries)) {
        PriceScope scope = row.rule().scope();
        Group group = new Group(row.product(), scope.unit(), scope.stops());
        lookup.rules.computeIfAbsent(group, g -> new ArrayList<>()).add(row.rule());
      }
    }
    return lookup;
  }

  /** What the unit of a line costs, or null; of a query that was read for. */
  @Nullable Price price(PriceQuery query) {
    PriceRule best = null;
    if (query.stops() != null) {
      best = best(query, query.stops());
    }
    best = best == null ? best(query, null) : best;
    return best == null ? null : best.price();
  }

  private @Nullable PriceRule best(PriceQuery query, @Nullable StopPair stops) {
    PriceRule best = null;
    Group group = new Group(query.product(), query.unit(), stops);
    for (PriceRule rule : rules.getOrDefault(group, List.of())) {
      if (rule.scope().fits(query) && (best == null || rule.scope().beats(best.scope()))) {
        best = rule;
      }
    }
    return best;
  }

  /** What is asked about a unit of a line of a booking. */
  static PriceQuery query(Occurrence occurrence, BookedLine line, @Nullable String channel) {
    Fare fare = new Fare(line.fareUnit(), line.fareClass(), List.of(), new TreeMap<>());
    return query(occurrence, line.legs(), fare, channel);
  }

  /** What is asked about a unit sold as that, over a run of legs. */
  static PriceQuery query(
      Occurrence occurrence, LegRange legs, Fare fare, @Nullable String channel) {
    return new PriceQuery(
        occurrence.product(),
        occurrence.localStart().toLocalDate(),
        occurrence.label().isEmpty() ? null : occurrence.label(),
        stops(occurrence, legs),
        fare.unit(),
        fare.fareClass(),
        channel);
  }

  /** Where a run of legs begins and ends, if the occurrence has stops. */
  private static @Nullable StopPair stops(Occurrence occurrence, LegRange legs) {
    return occurrence.stops().isEmpty()
        ? null
        : new StopPair(
            occurrence.stops().get(legs.from()).code(), occurrence.stops().get(legs.to()).code());
  }
}
