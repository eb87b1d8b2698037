package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.SaleTerms;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are asked for, beside the terms of the occurrences they are asked of. The terms may
 * have been kept for long; under the lock the counters tell whether they still hold.
 *
 * @param lines as they were asked for
 * @param resolved the same, with legs and pools named
 * @param offers the offers of their occurrences
 * @param channel through which channel, or null
 * @param promotion the promo code they use, or null
 */
record Sale(
    List<Line> lines,
    List<BookedLine> resolved,
    Map<OccurrenceId, Offer> offers,
    @Nullable String channel,
    @Nullable Promotion promotion) {

  static final Sale NOTHING = new Sale(List.of(), List.of(), Map.of(), null, null);

  /** Whether terms of a counter's occurrence, if it is asked of one, are those of its revision. */
  boolean isCurrent(Counter counter) {
    Offer offer = offers.get(counter.key().occurrence());
    return offer == null || offer.revision() == counter.revision();
  }

  /** The revision of the terms of an occurrence it is asked of. */
  int revision(OccurrenceId occurrence) {
    return Objects.requireNonNull(offers.get(occurrence)).revision();
  }

  /** Whether seats are to be picked for one of its lines. */
  boolean picksSeats() {
    return lines.stream().anyMatch(line -> line.wish() != null);
  }

  /** Whether nothing is kept from anybody, so that a pool's counter alone decides. */
  boolean simple() {
    for (Offer offer : offers.values()) {
      SaleTerms terms = offer.terms();
      if (!terms.allotments().isEmpty() || !terms.classes().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The counters that are looked at and perhaps not taken of. */
  SortedSet<CounterKey> watched() {
    SortedSet<CounterKey> keys = new TreeSet<>();
    if (simple()) {
      return keys;
    }
    for (BookedLine line : resolved) {
      Offer offer = offers.get(line.occurrence());
      if (offer != null) {
        for (String pool : subPools(offer.terms(), line.takes().keySet())) {
          for (int leg = line.legs().from(); leg < line.legs().to(); leg++) {
            keys.add(new CounterKey(line.occurrence(), pool, leg));
          }
        }
      }
    }
    return keys;
  }

  private static Set<String> subPools(SaleTerms terms, Set<String> pools) {
    Set<String> found = new HashSet<>();
    for (Allotment allotment : terms.allotments()) {
      if (pools.contains(allotment.pool())) {
        found.add(SubPool.of(allotment));
      }
    }
    for (FareClass fareClass : terms.classes()) {
      if (pools.contains(fareClass.pool())) {
        found.add(SubPool.of(fareClass));
      }
    }
    return found;
  }

  /**
   * The units of a pool that are kept from these lines.
   *
   * @param key a pool on a leg
   * @param taken what is taken of its sub-pools, these lines' own units among them
   */
  int withheld(CounterKey key, ToIntFunction<CounterKey> taken, Instant now) {
    Offer offer = offers.get(key.occurrence());
    if (offer == null || simple()) {
      return 0;
    }
    Set<@Nullable String> classes = new HashSet<>();
    for (BookedLine line : resolved) {
      if (line.occurrence().equals(key.occurrence())
          && line.takes().containsKey(key.pool())
          && line.legs().covers(key.leg())) {
        classes.add(line.fareClass());
      }
    }
    return new Withheld(offer.terms(), channel, classes, now).at(key, taken);
  }

  /** Why the terms of one of these occurrences do not let the lines through then, or null. */
  @Nullable NotOnSale refusal(Set<OccurrenceId> occurrences, Instant now) {
    for (OccurrenceId id : occurrences) {
      Offer offer = offers.get(id);
      if (offer == null) {
        continue;
      }
      List<Line> here = lines.stream().filter(line -> line.occurrence().equals(id)).toList();
      NotOnSale refusal = new TermsCheck(offer, here, channel).refusal(now, resolved);
      if (refusal != null) {
        return refusal;
      }
    }
    return promotion == null ? null : promotion.refusal(offers.values(), now);
  }
}
