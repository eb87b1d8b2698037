package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.sale.SaleTerms;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether terms name only what their occurrence has. */
final class TermsFit {

  private TermsFit() {}

  static void check(OccurrenceRequest request) {
    Set<String> pools = request.pools().stream().map(Pool::name).collect(Collectors.toSet());
    Set<String> seats = new HashSet<>();
    request.pools().forEach(pool -> seats.addAll(pool.seats()));
    check(request.terms(), pools, seats);
  }

  static void check(SaleTerms terms, Layout layout) {
    Set<String> seats = new HashSet<>();
    layout.seats().values().forEach(seats::addAll);
    check(terms, layout.seats().keySet(), seats);
  }

  private static void check(SaleTerms terms, Set<String> pools, Set<String> seats) {
    terms.units().forEach(unit -> unit.takes().keySet().forEach(pool -> known(pool, pools)));
    terms
        .units()
        .forEach(
            unit -> unless(!unit.takes().isEmpty(), "takes", unit.code(), "must take of a pool"));
    terms.allotments().forEach(allotment -> known(allotment.pool(), pools));
    terms.classes().forEach(fareClass -> known(fareClass.pool(), pools));
    terms
        .seats()
        .forEach(
            rule ->
                unless(
                    seats.contains(rule.seat()),
                    "seat",
                    rule.seat(),
                    "must be a seat of the occurrence"));
  }

  private static void known(String pool, Set<String> pools) {
    unless(pools.contains(pool), "pool", pool, "must be one of " + pools);
  }
}
