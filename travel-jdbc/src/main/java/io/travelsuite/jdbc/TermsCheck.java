package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.NotOnSale.Reason;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.Companions;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.sale.SeatRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the terms of an occurrence let lines through, apart from how much is left.
 *
 * @param offer the occurrence with its terms
 * @param lines what is asked of it
 * @param channel through which channel, or null
 */
record TermsCheck(Offer offer, List<Line> lines, @Nullable String channel) {

  /** Why not at that time, or null. */
  @Nullable NotOnSale refusal(Instant now, List<BookedLine> resolved) {
    NotOnSale refusal = ofSale(now);
    if (refusal == null) {
      refusal = ofStops(now, resolved);
    }
    if (refusal == null) {
      refusal = ofParty();
    }
    if (refusal == null) {
      refusal = ofUnits();
    }
    return refusal == null ? ofSeats() : refusal;
  }

  private @Nullable NotOnSale ofSale(Instant now) {
    if (offer.state() != SaleState.ON_SALE) {
      return refuse(offer.state() == SaleState.CLOSED ? Reason.CLOSED : Reason.CANCELLED, "");
    }
    Instant opensAt = terms().opensAt();
    return opensAt == null || !now.isBefore(opensAt)
        ? null
        : refuse(Reason.NOT_YET_OPEN, "opens at " + opensAt);
  }

  private @Nullable NotOnSale ofStops(Instant now, List<BookedLine> resolved) {
    List<Stop> stops = offer.layout().stops();
    for (BookedLine line : resolved) {
      if (!line.occurrence().equals(offer.occurrence().id())) {
        continue;
      }
      Duration leaves = Duration.ZERO;
      if (!stops.isEmpty()) {
        Stop from = stops.get(line.legs().from());
        Stop to = stops.get(line.legs().to());
        if (!from.boarding()) {
          return refuse(Reason.NO_BOARDING, from.code());
        }
        if (!to.alighting()) {
          return refuse(Reason.NO_ALIGHTING, to.code());
        }
        leaves = from.departure();
      }
      NotOnSale refusal = ofCutoff(now, offer.occurrence().startsAt().plus(leaves));
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private @Nullable NotOnSale ofCutoff(Instant now, Instant leaves) {
    Duration cutoff = terms().cutoff();
    if (cutoff == null || now.isBefore(leaves.minus(cutoff))) {
      return null;
    }
    return refuse(Reason.CUTOFF_PASSED, "ended at " + leaves.minus(cutoff));
  }

  private @Nullable NotOnSale ofParty() {
    int party = 0;
    for (Line line : lines) {
      FareUnit unit = offer.fareUnit(line.fare().unit());
      party += unit == null || unit.inParty() ? line.units() : 0;
    }
    Range wanted = terms().party();
    if (wanted.contains(party)) {
      return null;
    }
    Reason reason = party < wanted.least() ? Reason.PARTY_TOO_SMALL : Reason.PARTY_TOO_LARGE;
    return refuse(reason, "party of " + party + ", let through: " + wanted);
  }

  private @Nullable NotOnSale ofUnits() {
    Map<String, Integer> quantities = new HashMap<>();
    for (Line line : lines) {
      FareUnit unit = offer.fareUnit(line.fare().unit());
      if (unit != null) {
        quantities.merge(unit.code(), line.units(), Integer::sum);
        String broken = broken(unit, line.fare());
        if (broken != null) {
          return refuse(Reason.RESTRICTED, broken);
        }
      }
    }
    for (FareUnit unit : terms().units()) {
      Integer quantity = quantities.get(unit.code());
      if (quantity != null && !unit.quantity().contains(quantity)) {
        return restricted(unit, quantity + " of them, let through: " + unit.quantity());
      }
      if (quantity != null && !accompanied(unit.companions(), quantity, quantities)) {
        return restricted(unit, quantity + " of them without enough of " + unit.companions());
      }
    }
    return null;
  }

  private NotOnSale restricted(FareUnit unit, String detail) {
    return refuse(Reason.RESTRICTED, unit.code() + ": " + detail);
  }

  /** What a line of that unit breaks, or null. */
  private static @Nullable String broken(FareUnit unit, Fare fare) {
    for (int age : fare.ages()) {
      if (!unit.ages().contains(age)) {
        return unit.code() + ": age " + age + ", let through: " + unit.ages();
      }
    }
    for (Map.Entry<String, Range> measure : unit.measures().entrySet()) {
      Integer told = fare.measures().get(measure.getKey());
      if (told == null || !measure.getValue().contains(told)) {
        String what = told == null ? " not told" : " " + told;
        return unit.code()
            + ": "
            + measure.getKey()
            + what
            + ", let through: "
            + measure.getValue();
      }
    }
    return null;
  }

  private static boolean accompanied(
      @Nullable Companions companions, int quantity, Map<String, Integer> quantities) {
    if (companions == null) {
      return true;
    }
    int present =
        companions.units().stream().mapToInt(code -> quantities.getOrDefault(code, 0)).sum();
    return quantity <= (long) present * companions.mostEach();
  }

  private @Nullable NotOnSale ofSeats() {
    Set<String> wanted = new HashSet<>();
    lines.forEach(line -> wanted.addAll(line.seats()));
    for (SeatRule rule : terms().seats()) {
      if (wanted.contains(rule.seat()) && !rule.isFor(channel)) {
        return refuse(Reason.SEAT_NOT_SOLD, rule.seat());
      }
    }
    return null;
  }

  private SaleTerms terms() {
    return offer.terms();
  }

  private NotOnSale refuse(Reason reason, String detail) {
    return new NotOnSale(offer.occurrence().id(), reason, detail);
  }
}
