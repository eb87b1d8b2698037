package io.travelsuite.jdbc;

import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What is left, in one statement: the counters, less what expired holds still have in them. Costs a
 * key lookup a counter, and as many rows more as there are expired holds not swept.
 */
record AvailabilityQuery(Handle handle, Offers offers, Instant now) {

  private static final String COLUMNS =
      """
      SELECT o.*, c.*,
        (SELECT COALESCE(SUM(l.per_unit * LENGTH(l.unit_states)), 0)
         FROM travel_hold h STRAIGHT_JOIN travel_line l
           ON l.booking_id = h.booking_id AND l.occurrence_id = h.occurrence_id
         WHERE h.occurrence_id = c.occurrence_id AND h.expires_at <= ?
           AND l.pool = c.pool AND l.from_leg <= c.leg AND l.to_leg > c.leg) AS expired
      FROM travel_occurrence o STRAIGHT_JOIN travel_counter c ON c.occurrence_id = o.id
      """;

  List<Availability> of(OccurrenceId id) {
    return list(
        COLUMNS + "WHERE o.id = ? ORDER BY c.pool, c.leg", List.of(UtcTime.text(now), id.value()));
  }

  List<Availability> of(ProductId product, Dates dates) {
    return list(
        COLUMNS
            + """
            WHERE o.product_id = ? AND o.local_start >= ? AND o.local_start < ?
            ORDER BY o.starts_at, o.label, c.pool, c.leg
            """,
        List.of(
            UtcTime.text(now),
            product.value(),
            UtcTime.text(dates.first().atStartOfDay()),
            UtcTime.text(dates.last().plusDays(1).atStartOfDay())));
  }

  /** From and to, both included. */
  record Dates(LocalDate first, LocalDate last) {}

  /** A counter with its occurrence; taken is without what expired holds have. */
  private record Row(OccurrenceRow occurrence, Counter counter) {
    static Row of(ResultSet row) throws SQLException {
      Counter counter = CounterRows.counter(row);
      return new Row(OccurrenceRow.of(row), counter.plus(-row.getInt("expired")));
    }
  }

  private List<Availability> list(String sql, List<Object> values) {
    Map<OccurrenceId, OccurrenceRow> heads = new LinkedHashMap<>();
    Map<CounterKey, Counter> counters = new LinkedHashMap<>();
    Sql.query(handle, sql, values, Row::of)
        .forEach(
            row -> {
              heads.putIfAbsent(row.counter().key().occurrence(), row.occurrence());
              counters.put(row.counter().key(), row.counter());
            });
    Map<OccurrenceId, Offer> found = new HashMap<>();
    offers
        .offers(handle, List.copyOf(heads.values()))
        .forEach(offer -> found.put(offer.occurrence().id(), offer));
    Map<OccurrenceId, List<LegAvailability>> legs = new HashMap<>();
    for (Counter counter : counters.values()) {
      Offer offer = found.get(counter.key().occurrence());
      if (offer != null && !SubPool.is(counter.key().pool())) {
        legs.computeIfAbsent(offer.occurrence().id(), id -> new ArrayList<>())
            .add(leg(counter, offer, counters));
      }
    }
    return heads.values().stream().map(head -> availability(head, legs)).toList();
  }

  private LegAvailability leg(Counter counter, Offer offer, Map<CounterKey, Counter> counters) {
    Withheld withheld = new Withheld(offer.terms(), null, Collections.singleton(null), now);
    int units =
        withheld.at(
            counter.key(),
            key -> {
              Counter subPool = counters.get(key);
              return subPool == null ? 0 : subPool.taken();
            });
    CounterKey key = counter.key();
    return new LegAvailability(key.pool(), key.leg(), counter.capacity(), counter.taken(), units);
  }

  private static Availability availability(
      OccurrenceRow head, Map<OccurrenceId, List<LegAvailability>> legs) {
    OccurrenceId id = head.occurrence().id();
    return new Availability(
        id,
        head.occurrence().startsAt(),
        head.occurrence().localStart(),
        head.state(),
        legs.getOrDefault(id, List.of()));
  }
}
