package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.ResizeResult;
import io.travelsuite.inventory.SaleResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

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

  SaleResult sell(Layout layout, boolean onSale) {
    Occurrence occurrence = layout.occurrence();
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> {
          List<Counter> counters =
              CounterTable.lock(unit.handle(), keys(occurrence, occurrence.pools()));
          if (counters.stream().anyMatch(counter -> counter.onSale() != onSale)) {
            CounterTable.set(
                unit.handle(), counters.stream().map(counter -> counter.onSale(onSale)).toList());
            EventType type = onSale ? EventType.OCCURRENCE_REOPENED : EventType.OCCURRENCE_CLOSED;
            new OccurrenceEvent(type, Map.of()).write(unit, occurrence, clock.now(unit.handle()));
          }
          return new SaleResult.SaleSet(onSale);
        });
  }

  ResizeResult resize(Layout layout, String pool, NewCapacity wanted) {
    return Rounds.run(
        transactions,
        Transactions.Freshness.CLUSTER,
        (unit, known) -> {
          SortedSet<CounterKey> own = keys(layout.occurrence(), List.of(pool));
          SortedSet<CounterKey> keys = new TreeSet<>(own);
          keys.addAll(known.counters());
          LockedCounters counters =
              new LockedCounters(keys, CounterTable.lock(unit.handle(), keys));
          return resize(new Resizing(unit, layout.occurrence(), own, counters), wanted);
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
        return Step.answer(new ResizeResult.BelowTaken(mostTaken(round)));
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

  private static SortedSet<CounterKey> keys(Occurrence occurrence, List<String> pools) {
    TreeSet<CounterKey> keys = new TreeSet<>();
    for (String pool : pools) {
      for (int leg = 0; leg < occurrence.legs(); leg++) {
        keys.add(new CounterKey(occurrence.id(), pool, leg));
      }
    }
    return keys;
  }
}
