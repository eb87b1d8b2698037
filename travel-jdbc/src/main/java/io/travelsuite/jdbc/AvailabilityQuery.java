package io.travelsuite.jdbc;

import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What is left, in one statement: the counters, less what expired holds still have in them. Costs a
 * key lookup a counter, and as many rows more as there are expired holds not swept.
 */
final class AvailabilityQuery {

  private static final String COLUMNS =
      """
      SELECT o.starts_at, o.local_start, c.*,
        (SELECT COALESCE(SUM(l.per_unit * LENGTH(l.unit_states)), 0)
         FROM travel_hold h STRAIGHT_JOIN travel_line l
           ON l.booking_id = h.booking_id AND l.occurrence_id = h.occurrence_id
         WHERE h.occurrence_id = c.occurrence_id AND h.expires_at <= ?
           AND l.pool = c.pool AND l.from_leg <= c.leg AND l.to_leg > c.leg) AS expired
      FROM travel_occurrence o STRAIGHT_JOIN travel_counter c ON c.occurrence_id = o.id
      """;

  private AvailabilityQuery() {}

  static List<Availability> of(Handle handle, OccurrenceId id, Instant now) {
    return list(
        handle
            .createQuery(COLUMNS + "WHERE o.id = ? ORDER BY c.pool, c.leg")
            .bind(0, UtcTime.text(now))
            .bind(1, BinaryId.bytes(id.value())));
  }

  static List<Availability> of(Handle handle, ProductId product, Dates dates, Instant now) {
    return list(
        handle
            .createQuery(
                COLUMNS
                    + """
                    WHERE o.product_id = ? AND o.local_start >= ? AND o.local_start < ?
                    ORDER BY o.starts_at, o.label, c.pool, c.leg
                    """)
            .bind(0, UtcTime.text(now))
            .bind(1, BinaryId.bytes(product.value()))
            .bind(2, UtcTime.text(dates.first().atStartOfDay()))
            .bind(3, UtcTime.text(dates.last().plusDays(1).atStartOfDay())));
  }

  /** From and to, both included. */
  record Dates(LocalDate first, LocalDate last) {}

  private record Row(Availability head, LegAvailability leg) {

    static Row of(ResultSet row) throws SQLException {
      Counter counter = CounterRows.counter(row);
      return new Row(
          new Availability(
              counter.key().occurrence(),
              UtcTime.instant(row, "starts_at"),
              row.getObject("local_start", LocalDateTime.class),
              counter.onSale(),
              List.of()),
          new LegAvailability(
              counter.key().pool(),
              counter.key().leg(),
              counter.capacity(),
              counter.taken() - row.getInt("expired")));
    }
  }

  private static List<Availability> list(Query query) {
    Map<OccurrenceId, Availability> heads = new LinkedHashMap<>();
    Map<OccurrenceId, List<LegAvailability>> legs = new LinkedHashMap<>();
    query
        .map((row, context) -> Row.of(row))
        .forEach(
            row -> {
              OccurrenceId id = row.head().occurrence();
              heads.putIfAbsent(id, row.head());
              legs.computeIfAbsent(id, i -> new ArrayList<>()).add(row.leg());
            });
    return heads.values().stream()
        .map(
            head ->
                new Availability(
                    head.occurrence(),
                    head.startsAt(),
                    head.localStart(),
                    head.onSale(),
                    legs.getOrDefault(head.occurrence(), List.of())))
        .toList();
  }
}
