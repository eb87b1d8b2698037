package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.SaleTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The counters of an occurrence: of its pools, and of those who are told apart by its terms. */
record OccurrenceCounters(OccurrenceId occurrence, int legs) {

  static OccurrenceCounters of(Offer offer) {
    return new OccurrenceCounters(offer.occurrence().id(), offer.layout().legs());
  }

  SortedSet<CounterKey> keys(Collection<String> pools) {
    TreeSet<CounterKey> keys = new TreeSet<>();
    for (String pool : pools) {
      for (int leg = 0; leg < legs; leg++) {
        keys.add(new CounterKey(occurrence, pool, leg));
      }
    }
    return keys;
  }

  /** Counters of pools, with nothing taken. */
  List<Counter> ofPools(Map<String, Capacity> capacities) {
    List<Counter> counters = new ArrayList<>();
    for (CounterKey key : keys(capacities.keySet())) {
      Capacity capacity = capacities.getOrDefault(key.pool(), Capacity.of(0));
      counters.add(new Counter(key, capacity, 0, 0, 0));
    }
    return counters;
  }

  /** Counters of the sub-pools of terms, with nothing taken. */
  List<Counter> ofSubPools(SaleTerms terms) {
    Capacity unbounded = Capacity.of(SubPool.UNBOUNDED);
    return keys(subPools(terms)).stream().map(key -> new Counter(key, unbounded, 0, 0, 0)).toList();
  }

  private static Set<String> subPools(SaleTerms terms) {
    Set<String> names = new TreeSet<>();
    terms.allotments().forEach(allotment -> names.add(SubPool.of(allotment)));
    terms.classes().forEach(fareClass -> names.add(SubPool.of(fareClass)));
    return names;
  }
}
