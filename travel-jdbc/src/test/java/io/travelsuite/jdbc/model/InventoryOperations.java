package io.travelsuite.jdbc.model;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.sale.SaleTerms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Calls on the inventory. */
final class InventoryOperations {

  private static final int MOST_OCCURRENCES = 14;

  private static final List<String> ZONES =
      List.of("Europe/Paris", "Europe/Paris", "America/New_York", "Asia/Tokyo", "UTC");

  private final ModelTravel known;
  private final Dice dice;
  private final Timetable timetable;

  InventoryOperations(ModelTravel known, Dice dice) {
    this.known = known;
    this.dice = dice;
    this.timetable = new Timetable(dice);
  }

  /** Two operators' codes that a careless collation takes for one, and names in any letters. */
  Operation addOperator() {
    String code = dice.of(List.of("acme", "Acme"));
    String name = dice.of(List.of("Acme", "Ácme & Söhne", "\u65c5\u884c \ud83d\ude8c", "'; --"));
    return Operation.of(
        "addOperator " + code + " " + name, travel -> travel.inventory().addOperator(code, name));
  }

  Operation addProduct() {
    OperatorId operator = dice.chance(3) ? new OperatorId(dice.uuid()) : operator().id();
    String code = dice.chance(3) ? "\u00e9" : dice.of(List.of("r1", "R1", "r1 "));
    String name = dice.of(List.of("Route 1", "Ruta n\u00fam. 1"));
    ZoneId zone = ZoneId.of(dice.of(ZONES));
    return Operation.of(
        "addProduct of %s: %s, %s, %s".formatted(operator, code, name, zone),
        travel -> travel.inventory().addProduct(operator, code, name, zone));
  }

  private Operator operator() {
    return dice.of(known.operators);
  }

  Operation open() {
    OccurrenceRequest request = request();
    return Operation.of("open " + request, travel -> travel.inventory().open(request));
  }

  private OccurrenceRequest request() {
    if (dice.chance(3)) {
      return timetable.draw(new ProductId(dice.uuid()));
    }
    if (known.occurrences.size() < MOST_OCCURRENCES) {
      OccurrenceRequest request = timetable.draw(product().id());
      return dice.chance(40) ? request.terms(terms(request)) : request;
    }
    return timetable.varied(dice.of(known.occurrences).request);
  }

  private Product product() {
    return dice.of(known.products);
  }

  private SaleTerms terms(OccurrenceRequest request) {
    return new TermsChoice(known.now(), dice).draw(request);
  }

  Operation setTerms() {
    ModelOccurrence occurrence = dice.of(known.occurrences);
    OccurrenceId id = dice.chance(3) ? new OccurrenceId(dice.uuid()) : occurrence.id();
    SaleTerms terms = dice.chance(30) ? SaleTerms.OPEN : terms(occurrence.request);
    return Operation.of(
        "setTerms " + id + " " + terms, travel -> travel.inventory().setTerms(id, terms));
  }

  Operation sell() {
    OccurrenceId id = occurrence();
    if (dice.chance(2)) {
      return Operation.of("cancel " + id, travel -> travel.inventory().cancel(id));
    }
    return dice.chance(20)
        ? Operation.of("close " + id, travel -> travel.inventory().close(id))
        : Operation.of("reopen " + id, travel -> travel.inventory().reopen(id));
  }

  Operation resize() {
    ModelOccurrence occurrence = dice.of(known.occurrences);
    OccurrenceId id = dice.chance(3) ? new OccurrenceId(dice.uuid()) : occurrence.id();
    String pool = dice.chance(5) ? "Rooms" : dice.of(occurrence.facts.pools());
    int scale = pool.equals("lane-mm") ? 2_500 : 1;
    boolean shrink = dice.chance(40);
    int sellable = dice.between(0, shrink ? 4 : 8) * scale;
    Capacity capacity = new Capacity(5 * scale, sellable);
    return Operation.of(
        (shrink ? "shrink " : "resize ") + id + " " + pool + " to " + capacity,
        travel ->
            shrink
                ? travel.inventory().shrink(id, pool, capacity)
                : travel.inventory().resize(id, pool, capacity));
  }

  /** One that is known, or hardly ever one that is not. */
  OccurrenceId occurrence() {
    return dice.chance(3) ? new OccurrenceId(dice.uuid()) : dice.of(known.occurrences).id();
  }

  Operation find() {
    OccurrenceId id = occurrence();
    return dice.chance(20)
        ? Operation.look("find " + id, travel -> travel.inventory().find(id))
        : Operation.look("availability " + id, travel -> travel.inventory().availability(id));
  }

  Operation range() {
    ProductId product = dice.chance(3) ? new ProductId(dice.uuid()) : product().id();
    LocalDate first = Timetable.FIRST.plusDays(dice.between(-1, 9));
    LocalDate last = first.plusDays(dice.of(List.of(-1, 0, 0, 1, 3, 400, 401)));
    return range(product, first, last);
  }

  static Operation range(ProductId product, LocalDate first, LocalDate last) {
    return Operation.look(
        "availability of %s, %s to %s".formatted(product, first, last),
        travel -> travel.inventory().availability(product, first, last));
  }
}
