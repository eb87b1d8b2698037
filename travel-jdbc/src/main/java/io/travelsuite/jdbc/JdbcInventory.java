package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OpenResult;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.OperatorId;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** What is on sale, in the database. */
final class JdbcInventory implements Inventory {

  private static final Pattern CODE = Pattern.compile("[ -~]{1,64}");
  private static final int MOST_DAYS = 400;

  private final Transactions transactions;
  private final Offers offers;
  private final DatabaseClock clock;
  private final OccurrenceOpening opening;
  private final OccurrenceEdit edit;

  JdbcInventory(Transactions transactions, Offers offers, Settings settings) {
    this.transactions = transactions;
    this.offers = offers;
    clock = new DatabaseClock(settings.clock());
    opening = new OccurrenceOpening(transactions, clock, offers);
    edit = new OccurrenceEdit(transactions, clock);
  }

  @Override
  public Operator addOperator(String code, String name) {
    checkNames(code, name);
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> {
          boolean known = OperatorTable.isNamed(unit.handle(), code, name);
          Operator operator = OperatorTable.save(unit.handle(), code, name);
          UUID id = operator.id().value();
          if (!known) {
            audit(unit.handle(), new AuditTable.About(id, id), "operator.saved");
          }
          return operator;
        });
  }

  @Override
  public Product addProduct(OperatorId operator, String code, String name, ZoneId zone) {
    checkNames(code, name);
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> {
          if (OperatorTable.lock(unit.handle(), operator).isEmpty()) {
            throw new InvalidRequestException("operator", operator, "must exist");
          }
          return save(unit.handle(), ProductTable.draft(operator, code, name, zone));
        });
  }

  private Product save(Handle handle, Product draft) {
    boolean known = ProductTable.isKnown(handle, draft);
    Product product = ProductTable.save(handle, draft);
    if (!known) {
      UUID operator = product.operator().value();
      audit(handle, new AuditTable.About(operator, product.id().value()), "product.saved");
    }
    return product;
  }

  private void audit(Handle handle, AuditTable.About about, String action) {
    AuditTable.add(handle, about, AuditTable.Done.of(action), clock.now(handle));
  }

  @Override
  public OpenResult open(OccurrenceRequest request) {
    unless(!request.pools().isEmpty(), "pools", "none", "must name at least one");
    return opening.open(request);
  }

  @Override
  public Optional<Occurrence> find(OccurrenceId id) {
    return Optional.ofNullable(offers.findAgain(transactions, Set.of(id)).get(id))
        .map(Offer::occurrence);
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
  public ResizeResult resize(OccurrenceId id, String pool, Capacity capacity) {
    return edit(id, pool, new OccurrenceEdit.NewCapacity(capacity, false));
  }

  @Override
  public ResizeResult shrink(OccurrenceId id, String pool, Capacity capacity) {
    return edit(id, pool, new OccurrenceEdit.NewCapacity(capacity, true));
  }

  @Override
  public Optional<Availability> availability(OccurrenceId id) {
    return transactions.read(
        Transactions.Freshness.LOCAL,
        handle ->
            new AvailabilityQuery(handle, offers, clock.now(handle)).of(id).stream().findFirst());
  }

  @Override
  public List<Availability> availability(ProductId product, LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last);
    unless(days >= 0 && days <= MOST_DAYS, "last", last, "must be 0 to 400 days after " + first);
    AvailabilityQuery.Dates dates = new AvailabilityQuery.Dates(first, last);
    return transactions.read(
        Transactions.Freshness.LOCAL,
        handle -> new AvailabilityQuery(handle, offers, clock.now(handle)).of(product, dates));
  }

  @Override
  public List<SeatAvailability> seats(OccurrenceId id) {
    Offer offer = offers.findAgain(transactions, Set.of(id)).get(id);
    return offer == null || offer.layout().maps().isEmpty()
        ? List.of()
        : transactions.read(
            Transactions.Freshness.LOCAL,
            handle -> new SeatQuery(handle, clock.now(handle)).of(offer));
  }

  @Override
  public SaleResult cancel(OccurrenceId id) {
    return sell(id, SaleState.CANCELLED);
  }

  @Override
  public Optional<SaleTerms> terms(OccurrenceId id) {
    return Optional.ofNullable(offers.findAgain(transactions, Set.of(id)).get(id))
        .map(Offer::terms);
  }

  @Override
  public TermsResult setTerms(OccurrenceId id, SaleTerms terms) {
    Optional<Offer> offer = offer(id);
    if (offer.isEmpty()) {
      return new SaleResult.NoSuchOccurrence(id);
    }
    TermsFit.check(terms, offer.get().layout());
    return edit.setTerms(offer.get(), terms);
  }

  private SaleResult sell(OccurrenceId id, SaleState state) {
    return offer(id)
        .map(offer -> edit.sell(offer, state))
        .orElseGet(() -> new SaleResult.NoSuchOccurrence(id));
  }

  private ResizeResult edit(OccurrenceId id, String pool, OccurrenceEdit.NewCapacity capacity) {
    Optional<Offer> offer = offer(id);
    if (offer.isEmpty()) {
      return new SaleResult.NoSuchOccurrence(id);
    }
    if (!offer.get().layout().seats().containsKey(pool)) {
      return new ResizeResult.NoSuchPool(pool);
    }
    return edit.resize(offer.get(), pool, capacity);
  }

  private Optional<Offer> offer(OccurrenceId id) {
    return Optional.ofNullable(offers.find(transactions, id));
  }

  private static void checkNames(String code, String name) {
    unless(
        CODE.matcher(code).matches(), "code", code, "must be 1 to 64 printable ASCII characters");
    unless(!name.isEmpty() && name.length() <= 200, "name", name, "must be 1 to 200 characters");
  }
}
