package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.sale.SaleState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The departures of a feed as the library has them, each looked up by its instant.
 *
 * @param runs those on sale with as many legs as the feed says, in the order of the feed
 * @param problems what is not so
 */
record Catalogue(List<Run> runs, List<String> problems) {

  /** Within what the library reads at a time. */
  private static final int DAYS_A_QUERY = 366;

  Catalogue {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  static Catalogue of(List<Departure> departures, Imported imported, Inventory inventory) {
    Map<String, List<Departure>> byTrip =
        departures.stream()
            .collect(
                Collectors.groupingBy(Departure::tripId, LinkedHashMap::new, Collectors.toList()));
    List<Run> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    byTrip.forEach(
        (trip, some) -> {
          ProductId product = Objects.requireNonNull(imported.products().get(trip));
          Map<Instant, Availability> sold = onSale(some, product, inventory);
          for (Departure departure : some) {
            add(departure, sold, runs, problems);
          }
        });
    return new Catalogue(runs, problems);
  }

  private static Map<Instant, Availability> onSale(
      List<Departure> departures, ProductId product, Inventory inventory) {
    TreeSet<LocalDate> dates =
        departures.stream()
            .map(departure -> departure.localStart().toLocalDate())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<Instant, Availability> found = new HashMap<>();
    LocalDate first = dates.first();
    while (!first.isAfter(dates.last())) {
      LocalDate next = first.plusDays(DAYS_A_QUERY);
      LocalDate last = next.isAfter(dates.last()) ? dates.last() : next.minusDays(1);
      for (Availability one : inventory.availability(product, first, last)) {
        if (one.state() == SaleState.ON_SALE) {
          found.put(one.startsAt(), one);
        }
      }
      first = next;
    }
    return found;
  }

  private static void add(
      Departure departure, Map<Instant, Availability> sold, List<Run> runs, List<String> problems) {
    Availability one = sold.get(departure.start());
    if (one == null) {
      problems.add("trip " + departure.tripId() + " of " + departure.start() + " is not on sale");
      return;
    }
    Run run = new Run(departure, one.occurrence());
    long legs = one.legs().stream().filter(leg -> leg.pool().equals(Coach.SEATS)).count();
    if (legs != departure.pattern().legs() || !one.localStart().equals(departure.localStart())) {
      problems.add(run.name() + " has " + legs + " legs and leaves at " + one.localStart());
    }
    runs.add(run);
  }
}
