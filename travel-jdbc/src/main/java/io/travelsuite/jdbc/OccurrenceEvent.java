package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The event and audit record of what an operator did to an occurrence.
 *
 * @param type what
 * @param facts what the payload tells besides which occurrence
 */
record OccurrenceEvent(EventType type, Map<String, Object> facts) {

  void write(UnitOfWork unit, Occurrence occurrence, Instant now) {
    EventTable.insert(unit.handle(), List.of(entry(unit, occurrence, now)));
  }

  /** As it is written, for those who write many. */
  EventTable.Entry entry(UnitOfWork unit, Occurrence occurrence, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("occurrence", occurrence.id().toString());
    json.put("product", occurrence.product().toString());
    json.put("startsAt", occurrence.startsAt().toString());
    json.putAll(facts);
    return new EventTable.Entry(
        unit.newTransition(),
        occurrence.operator().value(),
        occurrence.id().value(),
        0,
        type,
        Json.write(json),
        Json.write(facts),
        now);
  }
}
