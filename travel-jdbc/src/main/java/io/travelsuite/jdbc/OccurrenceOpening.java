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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Opens occurrences. */
final class OccurrenceOpening {

  private final Transactions transactions;
  private final DatabaseClock clock;

  OccurrenceOpening(Transactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
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
  private static Optional<OpenResult> existing(Handle handle, OccurrenceRequest request) {
    return OccurrenceTable.lockByRun(handle, request.product(), request.start(), request.label())
        .map(layout -> answer(layout, request));
  }

  private static OpenResult answer(Layout layout, OccurrenceRequest request) {
    Map<String, List<String>> stored = new LinkedHashMap<>();
    layout.seats().forEach((pool, seats) -> stored.put(pool, List.copyOf(seats)));
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    request.pools().forEach(pool -> wanted.put(pool.name(), pool.seats()));
    boolean same =
        layout.occurrence().stops().equals(request.stops())
            && List.copyOf(stored.entrySet()).equals(List.copyOf(wanted.entrySet()));
    return same
        ? new OpenResult.AlreadyOpen(layout.occurrence())
        : new OpenResult.LayoutConflict(layout.occurrence());
  }

  private OpenResult insert(UnitOfWork unit, OccurrenceRequest request) {
    Handle handle = unit.handle();
    Product product =
        ProductTable.lock(handle, request.product())
            .orElseThrow(
                () -> new InvalidRequestException("product", request.product(), "must exist"));
    Occurrence occurrence = occurrence(request, product);
    String layout = LayoutJson.write(request);
    OccurrenceTable.insert(handle, occurrence, layout);
    Map<String, Capacity> pools = new LinkedHashMap<>();
    request.pools().forEach(pool -> pools.put(pool.name(), pool.capacity()));
    CounterTable.insert(handle, occurrence.id(), pools, occurrence.legs());
    Map<String, Object> facts = Map.of("layout", Json.read(layout), "capacities", pools);
    new OccurrenceEvent(EventType.OCCURRENCE_OPENED, facts)
        .write(unit, occurrence, clock.now(handle));
    return new OpenResult.Opened(occurrence);
  }

  private static Occurrence occurrence(OccurrenceRequest request, Product product) {
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
