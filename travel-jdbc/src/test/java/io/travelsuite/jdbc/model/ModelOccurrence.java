package io.travelsuite.jdbc.model;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An occurrence, the capacities its pools have now, and how it is sold. */
final class ModelOccurrence {

  final Occurrence facts;

  /** What was first asked for; later capacities are not in it. */
  final OccurrenceRequest request;

  final Map<String, Capacity> capacities = new TreeMap<>();
  final Map<String, List<String>> seats = new TreeMap<>();
  SaleState state = SaleState.ON_SALE;
  SaleTerms terms;

  ModelOccurrence(Occurrence facts, OccurrenceRequest request) {
    this.facts = facts;
    this.request = request;
    terms = request.terms();
    for (Pool pool : request.pools()) {
      capacities.put(pool.name(), pool.capacity());
      seats.put(pool.name(), pool.seats());
    }
  }

  OccurrenceId id() {
    return facts.id();
  }

  /** Capacities may differ, stops, pools and seats may not. */
  boolean hasLayoutOf(OccurrenceRequest other) {
    return request.stops().equals(other.stops()) && layout(request).equals(layout(other));
  }

  private static List<Object> layout(OccurrenceRequest request) {
    List<Object> layout = new ArrayList<>();
    for (Pool pool : request.pools()) {
      layout.add(pool.name());
      layout.add(pool.seats());
    }
    return layout;
  }
}
