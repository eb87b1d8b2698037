package io.travelsuite.examples.gtfs;

import io.travelsuite.Travel;
import io.travelsuite.examples.gtfs.Imported.Changes;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.examples.program.Workers;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts a timetable on sale: the agency becomes an operator, a trip a product, each of its starts a
 * schedule. Safe to repeat: what is there already and has not changed is left as it is.
 */
final class Importer {

  private final Travel travel;
  private final Timetable timetable;
  private final Workers workers;

  Importer(Travel travel, Timetable timetable, Workers workers) {
    this.travel = travel;
    this.timetable = timetable;
    this.workers = workers;
  }

  /** Puts departures on sale; tells how many are. */
  Imported put(List<Series> all, Progress progress) {
    Feed.Agency agency = timetable.agency();
    Operator operator = travel.inventory().addOperator("gtfs-" + agency.id(), agency.name());
    Map<String, ProductId> products = new LinkedHashMap<>();
    for (Series series : all) {
      products.computeIfAbsent(series.tripId(), trip -> product(operator.id(), trip));
    }
    List<Changes> changes = workers.each(all, series -> put(series, products, progress));
    return new Imported(
        operator.id(), products, changes.stream().reduce(Changes.NONE, Changes::plus));
  }

  /**
   * Its zone is that of the first stop: what the clock there shows is a departure's local start.
   */
  private ProductId product(OperatorId operator, String trip) {
    Inventory inventory = travel.inventory();
    return inventory
        .addProduct(operator, trip, timetable.title(trip), timetable.pattern(trip).zone())
        .id();
  }

  private Changes put(Series series, Map<String, ProductId> products, Progress progress) {
    ProductId product = Objects.requireNonNull(products.get(series.tripId()));
    Changes changes = new SeriesImport(travel, product, series).put(progress);
    progress.step(series.regular().size() + series.shifted().size() - changes.opened());
    return changes;
  }
}
