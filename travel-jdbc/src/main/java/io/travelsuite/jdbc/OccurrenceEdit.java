package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ResizeResult;
import io.travelsuite.inventory.SaleResult;
import io.travelsuite.inventory.TermsResult;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes what decides: whether an occurrence is sold, and how much there is of a pool. */
final class OccurrenceEdit {

  private final Transactions transactions;
  private final DatabaseClock clock;

  OccurrenceEdit(Transactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A capacity to give; with {@code below} even under what is taken. */
  record NewCapacity(Capacity capacity, boolean below) {}

  /** Gives it another state; a cancelled one keeps its own. */
  SaleResult sell(Offer offer, SaleState state) {
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> {
          OccurrenceRow row = lock(unit.handle(), offer);
          if (row == null) {
            return new SaleResult.NoSuchOccurrence(offer.occurrence().id());
          }
          if (row.state() == SaleState.CANCELLED && state != SaleState.CANCELLED) {
            return new SaleResult.AlreadyCancelled();
          }
          if (row.state() != state) {
            revise(
                unit, offer, new OccurrenceTable.Revised(state, row.terms(), row.revision() + 1));
            new OccurrenceEvent(type(state), Map.of())
                .write(unit, row.occurrence(), clock.now(unit.handle()));
          }
          return new SaleResult.SaleSet(state);
        });
  }

  TermsResult setTerms(Offer offer, SaleTerms terms) {
    String text = TermsJson.write(terms);
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> {
          OccurrenceRow row = lock(unit.handle(), offer);
          if (row == null) {
            return new SaleResult.NoSuchOccurrence(offer.occurrence().id());
          }
          if (row.state() == SaleState.CANCELLED) {
            return new SaleResult.AlreadyCancelled();
          }
          if (!row.terms().equals(DocumentId.of(text))) {
            DocumentId saved = DocumentTable.save(unit.handle(), text);
            CounterTable.insert(unit.handle(), OccurrenceCounters.of(offer).ofSubPools(terms));
            revise(
                unit, offer, new OccurrenceTable.Revised(row.state(), saved, row.revision() + 1));
            new OccurrenceEvent(
                    EventType.OCCURRENCE_TERMS_CHANGED, Map.of("terms", Json.read(text)))
                .write(unit, row.occurrence(), clock.now(unit.handle()));
          }
          return new TermsResult.TermsSet(terms);
        });
  }

  /**
   * Locks the counters, and with them start, state and terms, which change under no other lock;
   * null when it was withdrawn.
   */
  static @Nullable OccurrenceRow lock(Handle handle, Offer offer) {
    CounterTable.lock(handle, keys(offer, offer.layout().pools()));
    List<OccurrenceId> id = List.of(offer.occurrence().id());
    return OccurrenceTable.read(handle, id, " FOR UPDATE").stream().findFirst().orElse(null);
  }

  /** Gives one that is locked another state or other terms, and tells its counters. */
  static void revise(UnitOfWork unit, Offer offer, OccurrenceTable.Revised revised) {
    OccurrenceTable.update(unit.handle(), offer.occurrence().id(), revised);
    SortedSet<CounterKey> keys = keys(offer, offer.layout().pools());
    CounterTable.revise(unit.handle(), keys, revised.revision());
  }

  private static EventType type(SaleState state) {
    return switch (state) {
      case ON_SALE -> EventType.OCCURRENCE_REOPENED;
      case CLOSED -> EventType.OCCURRENCE_CLOSED;
      case CANCELLED -> EventType.OCCURRENCE_CANCELLED;
    };
  }

  ResizeResult resize(Offer offer, String pool, NewCapacity wanted) {
    return Rounds.run(
        transactions,
        Transactions.Freshness.CLUSTER,
        (unit, known) -> {
          SortedSet<CounterKey> own = keys(offer, List.of(pool));
          SortedSet<CounterKey> keys = new TreeSet<>(own);
          keys.addAll(known.counters());
          LockedCounters counters =
              new LockedCounters(keys, CounterTable.lock(unit.handle(), keys));
          if (own.stream().anyMatch(key -> counters.get(key) == null)) {
            return Step.answer(new SaleResult.NoSuchOccurrence(offer.occurrence().id()));
          }
          return resize(new Resizing(unit, offer.occurrence(), own, counters), wanted);
        });
  }

  /** One round of a resize: the pool's counters, and with them those of expired holds. */
  private record Resizing(
      UnitOfWork unit, Occurrence occurrence, SortedSet<CounterKey> own, LockedCounters counters) {

    List<Counter> pool() {
      return own.stream().map(counters::get).toList();
    }
  }

  private Step<ResizeResult> resize(Resizing round, NewCapacity wanted) {
    Instant now = clock.now(round.unit().handle());
    int sellable = wanted.capacity().sellable();
    List<CounterKey> over =
        round.pool().stream()
            .filter(counter -> counter.taken() > sellable)
            .map(Counter::key)
            .toList();
    if (!over.isEmpty()) {
      Reclaim reclaim = new Reclaim(round.unit().handle(), round.counters(), transactions.joined());
      Reclaim.Reclaimed reclaimed = reclaim.free(new Reclaim.Wanted(over, List.of()), now);
      if (!reclaimed.missing().isEmpty()) {
        return Step.again(reclaimed.missing());
      }
      if (!reclaimed.expired().isEmpty()) {
        round.counters().write(round.unit().handle());
        TransitionWriter.write(round.unit(), reclaimed.expired(), now);
        return Step.again(List.of());
      }
      if (!wanted.below()) {
        ResizeResult below = new ResizeResult.BelowTaken(mostTaken(round));
        return reclaimed.passedOver() ? new Step.Doubted<>(below) : Step.answer(below);
      }
    }
    return Step.answer(set(round, wanted.capacity(), now));
  }

  private static ResizeResult set(Resizing round, Capacity capacity, Instant now) {
    List<Counter> resized = new ArrayList<>();
    round.pool().forEach(counter -> resized.add(counter.capacity(capacity)));
    CounterTable.set(round.unit().handle(), resized);
    int overhang = Math.max(0, mostTaken(round) - capacity.sellable());
    Map<String, Object> facts =
        Map.of(
            "pool",
            round.own().first().pool(),
            "physical",
            capacity.physical(),
            "sellable",
            capacity.sellable(),
            "overhang",
            overhang);
    new OccurrenceEvent(EventType.OCCURRENCE_RESIZED, facts)
        .write(round.unit(), round.occurrence(), now);
    return new ResizeResult.Resized(capacity, overhang);
  }

  private static int mostTaken(Resizing round) {
    return round.pool().stream().mapToInt(Counter::taken).max().orElse(0);
  }

  private static SortedSet<CounterKey> keys(Offer offer, List<String> pools) {
    return OccurrenceCounters.of(offer).keys(pools);
  }
}
