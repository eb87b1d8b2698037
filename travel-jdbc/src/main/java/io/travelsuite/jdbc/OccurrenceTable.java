package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.sale.SaleState;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table travel_occurrence. */
final class OccurrenceTable {

  private static final String COLUMNS =
      """
      SELECT id, operator_id, product_id, label, local_start, zone, starts_at, layout, terms, state,
        revision
      FROM travel_occurrence
      """;

  private OccurrenceTable() {}

  static void insert(Handle handle, OccurrenceRow row) {
    Occurrence occurrence = row.occurrence();
    MultiRow.insert(
        handle,
        """
        INSERT INTO travel_occurrence
          (id, operator_id, product_id, label, local_start, zone, starts_at, layout, terms, state,
           revision)\
        """,
        List.of(
            List.of(
                occurrence.id().value(),
                occurrence.operator().value(),
                occurrence.product().value(),
                occurrence.label(),
                UtcTime.text(occurrence.localStart()),
                occurrence.zone().getId(),
                UtcTime.text(occurrence.startsAt()),
                row.layout().bytes(),
                row.terms().bytes(),
                row.state().name(),
                row.revision())));
  }

  /** Gives one whose counters are locked another state or other terms. */
  static void update(Handle handle, OccurrenceId id, Revised revised) {
    Sql.update(
        handle,
        "UPDATE travel_occurrence SET state = ?, terms = ?, revision = ? WHERE id = ?",
        List.of(revised.state().name(), revised.terms().bytes(), revised.revision(), id.value()));
  }

  /** Gives one whose counters are locked another start. */
  static void retime(Handle handle, Occurrence occurrence, int revision) {
    Sql.update(
        handle,
        "UPDATE travel_occurrence SET local_start = ?, starts_at = ?, revision = ? WHERE id = ?",
        List.of(
            UtcTime.text(occurrence.localStart()),
            UtcTime.text(occurrence.startsAt()),
            revision,
            occurrence.id().value()));
  }

  /** State and terms, and the revision they are. */
  record Revised(SaleState state, DocumentId terms, int revision) {}

  /** Reads by the unique key, past a stale snapshot. */
  static Optional<OccurrenceRow> lockByRun(
      Handle handle, ProductId product, LocalDateTime start, String label) {
    return Sql.query(
            handle,
            COLUMNS + "WHERE product_id = ? AND local_start = ? AND label = ? LOCK IN SHARE MODE",
            List.of(product.value(), UtcTime.text(start), label),
            OccurrenceRow::of)
        .stream()
        .findFirst();
  }

  /** The rows of those that exist. */
  static List<OccurrenceRow> read(Handle handle, Collection<OccurrenceId> ids, String lock) {
    return Sql.query(
        handle,
        COLUMNS
            + "FORCE INDEX (PRIMARY) WHERE id IN ("
            + Placeholders.list(ids.size())
            + ")"
            + lock,
        ids.stream().map(OccurrenceId::value).toList(),
        OccurrenceRow::of);
  }
}
