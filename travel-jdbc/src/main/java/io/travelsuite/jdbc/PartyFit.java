package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Section;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a party could hold a part of an occurrence, asked of what decides about holds.
 *
 * @param request who travels, by which channel and class
 * @param now when
 */
record PartyFit(SearchRequest request, Instant now) {

  /**
   * What came of it.
   *
   * @param status whether it could
   * @param classes the fare classes in which it could, the lowest first; null stands for none
   * @param left by each of these, or without them in one, how many units are left
   */
  record Fit(Status status, List<ClassLeft> classes, int left) {
    static Fit not(Status status) {
      return new Fit(status, List.of(), 0);
    }
  }

  /** Units left to a fare class. */
  record ClassLeft(@Nullable String fareClass, int left) {}

  Fit of(Offer offer, LegRange legs, LegsLeft left) {
    if (!request.party().parts().stream().allMatch(part -> isSold(part, offer))) {
      return Fit.not(Status.NOT_OFFERED);
    }
    List<Line> lines =
        request.party().parts().stream().map(part -> line(part, offer, legs)).toList();
    List<BookedLine> resolved = new ArrayList<>();
    for (Line line : lines) {
      OneLine one = new OneLine(line, offer, request.channel());
      if (one.notOffered() != null) {
        return Fit.not(Status.NOT_OFFERED);
      }
      resolved.add(one.resolve(resolved.size()));
    }
    NotOnSale refusal = new TermsCheck(offer, lines, request.channel()).refusal(now, resolved);
    return refusal == null ? inClasses(offer.terms(), resolved, left) : Fit.not(status(refusal));
  }

  /** Whether a hold could ask for it at all. */
  private static boolean isSold(Party.Part part, Offer offer) {
    if (part.fare().unit() == null) {
      return part.takes().isEmpty()
          ? offer.layout().seats().size() == 1
          : offer.layout().seats().keySet().containsAll(part.takes().keySet());
    }
    FareUnit unit = offer.fareUnit(part.fare().unit());
    return unit != null
        && unit.takes().values().stream()
            .allMatch(amount -> (long) amount * part.units() <= Line.MOST_TAKEN);
  }

  private Line line(Party.Part part, Offer offer, LegRange legs) {
    return new Line(
        offer.occurrence().id(),
        part.units(),
        inClass(part.fare(), request.fareClass()),
        part.takes(),
        new Section.Legs(legs),
        List.of(),
        null);
  }

  static Fare inClass(Fare fare, @Nullable String fareClass) {
    return new Fare(fare.unit(), fareClass, fare.ages(), fare.measures());
  }

  private static Status status(NotOnSale refusal) {
    return switch (refusal.reason()) {
      case CLOSED -> Status.CLOSED;
      case CANCELLED, UNKNOWN -> Status.CANCELLED;
      case NOT_YET_OPEN -> Status.NOT_YET_OPEN;
      case CUTOFF_PASSED -> Status.CUTOFF_PASSED;
      case PARTY_TOO_SMALL -> Status.PARTY_TOO_SMALL;
      case PARTY_TOO_LARGE -> Status.PARTY_TOO_LARGE;
      case RESTRICTED -> Status.RESTRICTED;
      case NOT_OFFERED,
          NO_BOARDING,
          NO_ALIGHTING,
          SEAT_NOT_SOLD,
          NO_PRICE,
          PROMO_NOT_VALID,
          PROMO_USED_UP ->
          Status.NOT_OFFERED;
    };
  }

  private Fit inClasses(SaleTerms terms, List<BookedLine> resolved, LegsLeft left) {
    SortedMap<String, Long> needed = new TreeMap<>();
    for (BookedLine line : resolved) {
      SubPool.without(line.takes())
          .forEach(
              (pool, each) -> needed.merge(pool, (long) each * line.units().size(), Long::sum));
    }
    List<ClassLeft> fitting = new ArrayList<>();
    int most = 0;
    for (String fareClass : classes(terms, needed)) {
      Withheld withheld =
          new Withheld(terms, request.channel(), Collections.singleton(fareClass), now);
      Map<String, Integer> least = left.least(needed.keySet(), withheld);
      int units = units(resolved, least);
      most = Math.max(most, units);
      if (needed.entrySet().stream()
          .allMatch(e -> e.getValue() <= least.getOrDefault(e.getKey(), 0))) {
        fitting.add(new ClassLeft(fareClass, units));
      }
    }
    return new Fit(fitting.isEmpty() ? Status.SOLD_OUT : Status.AVAILABLE, fitting, most);
  }

  /** Of the fare unit of which fewest are left, how many, each taken alone. */
  private static int units(List<BookedLine> resolved, Map<String, Integer> least) {
    int fewest = Integer.MAX_VALUE;
    for (BookedLine line : resolved) {
      for (Map.Entry<String, Integer> take : SubPool.without(line.takes()).entrySet()) {
        fewest = Math.min(fewest, least.getOrDefault(take.getKey(), 0) / take.getValue());
      }
    }
    return fewest;
  }

  /** The class asked for, or all that the party could be sold in, the lowest first. */
  private List<@Nullable String> classes(SaleTerms terms, Map<String, Long> needed) {
    if (request.fareClass() != null) {
      return Collections.singletonList(request.fareClass());
    }
    List<@Nullable String> classes = new ArrayList<>();
    for (FareClass fareClass : terms.classes()) {
      if (needed.containsKey(fareClass.pool()) && !classes.contains(fareClass.code())) {
        classes.add(0, fareClass.code());
      }
    }
    return classes.isEmpty() ? Collections.singletonList(null) : classes;
  }
}
