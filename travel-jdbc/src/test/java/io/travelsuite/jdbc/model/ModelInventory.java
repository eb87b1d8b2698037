package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OpenResult;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.ResizeResult;
import io.travelsuite.inventory.SaleResult;
import io.travelsuite.inventory.SeatAvailability;
import io.travelsuite.inventory.TermsResult;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is on sale, by the words of {@link Inventory}. */
final class ModelInventory implements Inventory {

  private final ModelTravel travel;
  private final ModelWeighing weighing;

  ModelInventory(ModelTravel travel) {
    this.travel = travel;
    this.weighing = new ModelWeighing(travel);
  }

  @Override
  public Operator addOperator(String code, String name) {
    checkNames(code, name);
    Optional<Operator> known =
        travel.operators.stream().filter(operator -> operator.code().equals(code)).findFirst();
    OperatorId id = known.map(Operator::id).orElseGet(() -> new OperatorId(travel.adopted.id()));
    return put(travel.operators, known, new Operator(id, code, name));
  }

  @Override
  public Product addProduct(OperatorId operator, String code, String name, ZoneId zone) {
    checkNames(code, name);
    boolean exists = travel.operators.stream().anyMatch(known -> known.id().equals(operator));
    unless(exists, "operator", operator, "must be known");
    Optional<Product> known =
        travel.products.stream()
            .filter(product -> product.operator().equals(operator) && product.code().equals(code))
            .findFirst();
    ProductId id = known.map(Product::id).orElseGet(() -> new ProductId(travel.adopted.id()));
    return put(travel.products, known, new Product(id, operator, code, name, zone));
  }

  private static <T> T put(List<T> all, Optional<T> old, T now) {
    old.ifPresentOrElse(known -> all.set(all.indexOf(known), now), () -> all.add(now));
    return now;
  }

  private static void checkNames(String code, String name) {
    unless(code.matches("[ -~]{1,64}"), "code", code, "must be 1 to 64 printable ASCII characters");
    unless(!name.isEmpty() && name.length() <= 200, "name", name, "must be 1 to 200 characters");
  }

  @Override
  public OpenResult open(OccurrenceRequest request) {
    unless(!request.pools().isEmpty(), "pools", 0, "must be at least one");
    Optional<Product> found =
        travel.products.stream().filter(known -> known.id().equals(request.product())).findFirst();
    unless(found.isPresent(), "product", request.product(), "must be known");
    Product product = found.orElseThrow();
    ModelTerms.checkFit(request.terms(), request);
    for (ModelOccurrence known : travel.occurrences) {
      if (known.facts.product().equals(product.id())
          && known.facts.localStart().equals(request.start())
          && known.facts.label().equals(request.label())) {
        return known.hasLayoutOf(request)
            ? new OpenResult.AlreadyOpen(known.facts)
            : new OpenResult.LayoutConflict(known.facts);
      }
    }
    ModelOccurrence opened = new ModelOccurrence(facts(request, product), request);
    travel.occurrences.add(opened);
    return new OpenResult.Opened(opened.facts);
  }

  private Occurrence facts(OccurrenceRequest request, Product product) {
    return new Occurrence(
        new OccurrenceId(travel.adopted.id()),
        product.operator(),
        product.id(),
        request.label(),
        request.start(),
        product.zone(),
        ZonedDateTime.of(request.start(), product.zone()).toInstant(),
        request.stops(),
        request.pools().stream().map(Pool::name).toList());
  }

  @Override
  public Optional<Occurrence> find(OccurrenceId id) {
    return travel.occurrence(id).map(occurrence -> occurrence.facts);
  }

  @Override
  public SaleResult close(OccurrenceId id) {
    return sell(id, SaleState.CLOSED);
  }

  @Override
  public SaleResult reopen(OccurrenceId id) {
    return sell(id, SaleState.ON_SALE);
  }

  @Override
  public SaleResult cancel(OccurrenceId id) {
    return sell(id, SaleState.CANCELLED);
  }

  private SaleResult sell(OccurrenceId id, SaleState state) {
    Optional<ModelOccurrence> occurrence = travel.occurrence(id);
    if (occurrence.isEmpty()) {
      return new SaleResult.NoSuchOccurrence(id);
    }
    if (occurrence.get().state == SaleState.CANCELLED && state != SaleState.CANCELLED) {
      return new SaleResult.AlreadyCancelled();
    }
    occurrence.get().state = state;
    return new SaleResult.SaleSet(state);
  }

  @Override
  public Optional<SaleTerms> terms(OccurrenceId id) {
    return travel.occurrence(id).map(occurrence -> occurrence.terms);
  }

  @Override
  public TermsResult setTerms(OccurrenceId id, SaleTerms terms) {
    Optional<ModelOccurrence> occurrence = travel.occurrence(id);
    if (occurrence.isEmpty()) {
      return new SaleResult.NoSuchOccurrence(id);
    }
    ModelTerms.checkFit(terms, occurrence.get().request);
    if (occurrence.get().state == SaleState.CANCELLED) {
      return new SaleResult.AlreadyCancelled();
    }
    occurrence.get().terms = terms;
    return new TermsResult.TermsSet(terms);
  }

  @Override
  public ResizeResult resize(OccurrenceId id, String pool, Capacity capacity) {
    Optional<ResizeResult> missing = missing(id, pool);
    if (missing.isPresent()) {
      return missing.get();
    }
    int taken = mostTaken(travel.occurrence(id).orElseThrow(), pool);
    return taken > capacity.sellable()
        ? new ResizeResult.BelowTaken(taken)
        : shrink(id, pool, capacity);
  }

  @Override
  public ResizeResult shrink(OccurrenceId id, String pool, Capacity capacity) {
    Optional<ResizeResult> missing = missing(id, pool);
    if (missing.isPresent()) {
      return missing.get();
    }
    ModelOccurrence occurrence = travel.occurrence(id).orElseThrow();
    int taken = mostTaken(occurrence, pool);
    occurrence.capacities.put(pool, capacity);
    if (travel.has(Flaw.SELLS_THE_OVERHANG_AGAIN)) {
      int sellable = Math.max(taken, capacity.sellable());
      occurrence.capacities.put(pool, new Capacity(capacity.physical(), sellable));
    }
    return new ResizeResult.Resized(capacity, Math.max(0, taken - capacity.sellable()));
  }

  private Optional<ResizeResult> missing(OccurrenceId id, String pool) {
    Optional<ModelOccurrence> occurrence = travel.occurrence(id);
    if (occurrence.isEmpty()) {
      return Optional.of(new SaleResult.NoSuchOccurrence(id));
    }
    return occurrence.get().capacities.containsKey(pool)
        ? Optional.empty()
        : Optional.of(new ResizeResult.NoSuchPool(pool));
  }

  private int mostTaken(ModelOccurrence occurrence, String pool) {
    return IntStream.range(0, occurrence.facts.legs())
        .map(leg -> weighing.taken(new ModelWeighing.Place(occurrence, pool, leg)))
        .max()
        .orElseThrow();
  }

  @Override
  public Optional<Availability> availability(OccurrenceId id) {
    return travel.occurrence(id).map(this::availability);
  }

  private Availability availability(ModelOccurrence occurrence) {
    List<LegAvailability> legs = new ArrayList<>();
    occurrence.capacities.forEach(
        (pool, capacity) -> {
          for (int leg = 0; leg < occurrence.facts.legs(); leg++) {
            ModelWeighing.Place place = new ModelWeighing.Place(occurrence, pool, leg);
            int taken = weighing.taken(place);
            legs.add(new LegAvailability(pool, leg, capacity, taken, weighing.withheld(place)));
          }
        });
    Occurrence facts = occurrence.facts;
    return new Availability(
        facts.id(), facts.startsAt(), facts.localStart(), occurrence.state, legs);
  }

  @Override
  public List<Availability> availability(ProductId product, LocalDate first, LocalDate last) {
    unless(!last.isBefore(first), "last", last, "must not be before the first");
    unless(!last.isAfter(first.plusDays(400)), "last", last, "must be at most 400 days later");
    return travel.occurrences.stream()
        .filter(occurrence -> occurrence.facts.product().equals(product))
        .filter(occurrence -> !occurrence.facts.localStart().toLocalDate().isBefore(first))
        .filter(occurrence -> !occurrence.facts.localStart().toLocalDate().isAfter(last))
        .map(this::availability)
        .sorted(Comparator.comparing(Availability::startsAt))
        .toList();
  }

  @Override
  public List<SeatAvailability> seats(OccurrenceId id) {
    throw new UnsupportedOperationException("no step of the model looks at the map");
  }
}
