package io.travelsuite.jdbc;

import io.travelsuite.integrity.Drift;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.integrity.RepairReport;
import io.travelsuite.inventory.OccurrenceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Verifies by snapshots, repairs under locks; one occurrence at a time. */
final class JdbcIntegrity implements Integrity {

  /** Whatever table knows of an occurrence: one that lost its own row is still verified. */
  private static final String NEXT =
      """
      SELECT MIN(id) AS id FROM (
        SELECT MIN(id) AS id FROM travel_occurrence WHERE id > ?
        UNION ALL SELECT MIN(occurrence_id) FROM travel_counter WHERE occurrence_id > ?
        UNION ALL SELECT MIN(occurrence_id) FROM travel_seat WHERE occurrence_id > ?
        UNION ALL SELECT MIN(occurrence_id) FROM travel_hold WHERE occurrence_id > ?
        UNION ALL SELECT MIN(occurrence_id) FROM travel_line WHERE occurrence_id > ?) next
      """;

  private final OwnTransactions transactions;
  private final Offers offers;
  private final DatabaseClock clock;

  JdbcIntegrity(OwnTransactions transactions, Offers offers, DatabaseClock clock) {
    this.transactions = transactions;
    this.offers = offers;
    this.clock = clock;
  }

  @Override
  public List<Drift> verify() {
    List<Drift> found = new ArrayList<>();
    Optional<OccurrenceId> next = after(new OccurrenceId(new UUID(0, 0)));
    while (next.isPresent() && found.size() < MOST_REPORTED) {
      found.addAll(verify(next.get()));
      next = after(next.get());
    }
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST_REPORTED)));
  }

  @Override
  public List<Drift> verify(OccurrenceId occurrence) {
    List<Drift> found = transactions.snapshot(handle -> Comparison.of(handle, occurrence).drift());
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST_REPORTED)));
  }

  @Override
  public RepairReport repair(Collection<? extends Drift> drift) {
    Map<UUID, List<Drift>> byOccurrence = new TreeMap<>(BinaryId::compare);
    for (Drift one : drift) {
      byOccurrence.computeIfAbsent(one.occurrence().value(), id -> new ArrayList<>()).add(one);
    }
    List<Drift> repaired = new ArrayList<>();
    List<Drift> gone = new ArrayList<>();
    List<Drift> left = new ArrayList<>();
    byOccurrence.forEach(
        (id, reported) -> {
          RepairReport report = repair(new OccurrenceId(id), reported);
          repaired.addAll(report.repaired());
          gone.addAll(report.gone());
          left.addAll(report.left());
        });
    return new RepairReport(repaired, gone, left);
  }

  private RepairReport repair(OccurrenceId id, List<Drift> reported) {
    Offer offer = offers.findAgain(transactions, List.of(id)).get(id);
    if (offer == null) {
      return new RepairReport(List.of(), List.of(), reported);
    }
    return transactions.write(
        Transactions.Freshness.CLUSTER,
        unit -> new Repair(unit, offer.occurrence()).mend(reported, clock.now(unit.handle())));
  }

  private Optional<OccurrenceId> after(OccurrenceId last) {
    return transactions.read(Transactions.Freshness.CLUSTER, handle -> after(handle, last));
  }

  private static Optional<OccurrenceId> after(Handle handle, OccurrenceId last) {
    var query = handle.createQuery(NEXT);
    for (int i = 0; i < 5; i++) {
      query.bind(i, BinaryId.bytes(last.value()));
    }
    return query
        .map((row, context) -> Optional.ofNullable(row.getBytes("id")))
        .one()
        .map(bytes -> new OccurrenceId(BinaryId.uuid(bytes)));
  }
}
