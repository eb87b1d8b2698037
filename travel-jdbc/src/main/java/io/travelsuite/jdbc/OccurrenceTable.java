package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table travel_occurrence. */
final class OccurrenceTable {

  private static final String COLUMNS =
      """
      SELECT id, operator_id, product_id, label, local_start, zone, starts_at, layout
      FROM travel_occurrence
      """;

  private OccurrenceTable() {}

  static void insert(Handle handle, Occurrence occurrence, String layout) {
    handle
        .createUpdate(
            """
            INSERT INTO travel_occurrence
              (id, operator_id, product_id, label, local_start, zone, starts_at, layout)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(0, BinaryId.bytes(occurrence.id().value()))
        .bind(1, BinaryId.bytes(occurrence.operator().value()))
        .bind(2, BinaryId.bytes(occurrence.product().value()))
        .bind(3, occurrence.label())
        .bind(4, UtcTime.text(occurrence.localStart()))
        .bind(5, occurrence.zone().getId())
        .bind(6, UtcTime.text(occurrence.startsAt()))
        .bind(7, layout)
        .execute();
  }

  /** Reads by the unique key, past a stale snapshot. */
  static Optional<Layout> lockByRun(
      Handle handle, ProductId product, LocalDateTime start, String label) {
    return handle
        .createQuery(
            COLUMNS
                + """
                WHERE product_id = ? AND local_start = ? AND label = ?
                LOCK IN SHARE MODE
                """)
        .bind(0, BinaryId.bytes(product.value()))
        .bind(1, UtcTime.text(start))
        .bind(2, label)
        .map((row, context) -> layout(row))
        .findOne();
  }

  /**
   * The layouts of those that exist. A host's snapshot may be older than the occurrence, so that
   * what it does not show is looked up once more by a locking read of the exact key.
   */
  static List<Layout> layouts(Transactions transactions, Set<OccurrenceId> ids) {
    List<Layout> found =
        new ArrayList<>(
            transactions.read(Transactions.Freshness.CLUSTER, handle -> read(handle, ids, "")));
    if (transactions.joined() && found.size() < ids.size()) {
      Set<OccurrenceId> missing = new LinkedHashSet<>(ids);
      found.forEach(layout -> missing.remove(layout.occurrence().id()));
      found.addAll(
          transactions.read(
              Transactions.Freshness.LOCAL,
              handle -> read(handle, missing, " LOCK IN SHARE MODE")));
    }
    return found;
  }

  private static List<Layout> read(Handle handle, Set<OccurrenceId> ids, String lock) {
    var query =
        handle.createQuery(
            COLUMNS
                + "FORCE INDEX (PRIMARY) WHERE id IN ("
                + Placeholders.list(ids.size())
                + ")"
                + lock);
    int position = 0;
    for (OccurrenceId id : ids) {
      query.bind(position++, BinaryId.bytes(id.value()));
    }
    return query.map((row, context) -> layout(row)).list();
  }

  private static Layout layout(ResultSet row) throws SQLException {
    JsonNode json = Json.read(row.getString("layout"));
    Map<String, Set<String>> seats = LayoutJson.seatsByPool(json);
    Occurrence occurrence =
        new Occurrence(
            new OccurrenceId(BinaryId.uuid(row.getBytes("id"))),
            new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
            new ProductId(BinaryId.uuid(row.getBytes("product_id"))),
            row.getString("label"),
            row.getObject("local_start", LocalDateTime.class),
            ZoneId.of(row.getString("zone")),
            UtcTime.instant(row, "starts_at"),
            LayoutJson.stops(json),
            List.copyOf(seats.keySet()));
    return new Layout(occurrence, seats);
  }
}
