package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OpenResult;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Product;
import io.travelsuite.sale.SaleState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Opens occurrences. */
final class OccurrenceOpening {

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Offers offers;

  OccurrenceOpening(Transactions transactions, DatabaseClock clock, Offers offers) {
    this.transactions = transactions;
    this.clock = clock;
    this.offers = offers;
  }

  OpenResult open(OccurrenceRequest request) {
    return Rounds.run(
        transactions,
        Transactions.Freshness.CLUSTER,
        (unit, known) -> {
          Optional<OpenResult> existing =
              known.past() ? existing(unit.handle(), request) : Optional.empty();
          return Step.answer(existing.orElseGet(() -> insert(unit, request)));
        });
  }

  /** Looked up only after the unique key refused: the usual case is a new one. */
  private Optional<OpenResult> existing(Handle handle, OccurrenceRequest request) {
    List<OccurrenceRow> rows =
        OccurrenceTable.lockByRun(handle, request.product(), request.start(), request.label())
            .stream()
            .toList();
    return offers.offers(handle, rows).stream().findFirst().map(offer -> answer(offer, request));
  }

  private static OpenResult answer(Offer offer, OccurrenceRequest request) {
    boolean same = DocumentId.of(LayoutJson.write(request)).equals(offer.layoutId());
    return same
        ? new OpenResult.AlreadyOpen(offer.occurrence())
        : new OpenResult.LayoutConflict(offer.occurrence());
  }

  private OpenResult insert(UnitOfWork unit, OccurrenceRequest request) {
    Handle handle = unit.handle();
    Product product =
        ProductTable.lock(handle, request.product())
            .orElseThrow(
                () -> new InvalidRequestException("product", request.product(), "must exist"));
    TermsFit.check(request);
    Occurrence occurrence = occurrence(request, product);
    String layout = LayoutJson.write(request);
    DocumentId layoutId = DocumentTable.save(handle, layout);
    DocumentId terms = DocumentTable.save(handle, TermsJson.write(request.terms()));
    OccurrenceTable.insert(
        handle, new OccurrenceRow(occurrence, layoutId, terms, SaleState.ON_SALE, 0));
    LayoutStopTable.save(handle, occurrence, layoutId);
    Map<String, Capacity> pools = new LinkedHashMap<>();
    request.pools().forEach(pool -> pools.put(pool.name(), pool.capacity()));
    OccurrenceCounters counters = new OccurrenceCounters(occurrence.id(), occurrence.legs());
    CounterTable.insert(handle, counters.ofPools(pools));
    CounterTable.insert(handle, counters.ofSubPools(request.terms()));
    Map<String, Object> facts = Map.of("layout", Json.read(layout), "capacities", pools);
    new OccurrenceEvent(EventType.OCCURRENCE_OPENED, facts)
        .write(unit, occurrence, clock.now(handle));
    return new OpenResult.Opened(occurrence);
  }

  /** A new occurrence as a request wants it. */
  static Occurrence occurrence(OccurrenceRequest request, Product product) {
    return new Occurrence(
        new OccurrenceId(UuidCreator.getTimeOrderedEpoch()),
        product.operator(),
        product.id(),
        request.label(),
        request.start(),
        product.zone(),
        request.start().atZone(product.zone()).toInstant(),
        request.stops(),
        request.pools().stream().map(Pool::name).toList());
  }
}
