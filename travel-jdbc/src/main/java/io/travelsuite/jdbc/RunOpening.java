package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.sale.SaleState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Opens many runs of a schedule in one transaction, each table in as few statements as it takes.
 */
final class RunOpening {

  private final UnitOfWork unit;
  private final RunTemplate template;
  private final Instant now;

  RunOpening(UnitOfWork unit, RunTemplate template, Instant now) {
    this.unit = unit;
    this.template = template;
    this.now = now;
  }

  /**
   * A run to open.
   *
   * @param time of the schedule for which it stands
   * @param start its local start
   */
  record Wanted(LocalDateTime time, LocalDateTime start) {

    static Wanted at(LocalDateTime time) {
      return new Wanted(time, time);
    }
  }

  private record Run(OccurrenceRequest request, Slot slot) {

    Occurrence occurrence() {
      return slot.row().occurrence();
    }
  }

  /**
   * Opens those whose time and start nobody else has taken since; which they are, by their times.
   */
  List<LocalDateTime> open(List<Wanted> wanted) {
    Handle handle = unit.handle();
    Map<DocumentId, String> documents = new HashMap<>();
    documents.put(template.layoutId(), template.layout());
    List<Run> runs = new ArrayList<>();
    wanted.forEach(one -> runs.add(run(one, documents)));
    DocumentTable.saveAll(handle, documents);
    List<Slot> slots = runs.stream().map(Run::slot).toList();
    Set<OccurrenceId> landed = SlotTable.insertAbsent(handle, template.saved().id(), slots);
    runs.removeIf(run -> !landed.contains(run.slot().id()));
    List<Counter> counters = new ArrayList<>();
    List<EventTable.Entry> events = new ArrayList<>();
    Object layout = Json.read(template.layout());
    for (Run run : runs) {
      Occurrence occurrence = run.occurrence();
      OccurrenceCounters all = new OccurrenceCounters(occurrence.id(), occurrence.legs());
      Map<String, Capacity> capacities = RunTemplate.capacities(run.request());
      counters.addAll(all.ofPools(capacities));
      counters.addAll(all.ofSubPools(run.request().terms()));
      events.add(
          new OccurrenceEvent(EventType.OCCURRENCE_OPENED, facts(layout, capacities))
              .entry(unit, occurrence, now));
    }
    findable(runs);
    CounterTable.insert(handle, counters);
    EventTable.insert(handle, events);
    return runs.stream().map(run -> run.slot().time()).toList();
  }

  /** By their stops: all have one layout, and the latest says how long it is in use. */
  private void findable(List<Run> runs) {
    runs.stream()
        .map(Run::occurrence)
        .max(Comparator.comparing(Occurrence::startsAt))
        .ifPresent(latest -> LayoutStopTable.save(unit.handle(), latest, template.layoutId()));
  }

  private Map<String, Object> facts(Object layout, Map<String, Capacity> capacities) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("layout", layout);
    facts.put("capacities", capacities);
    facts.put("schedule", template.saved().id().toString());
    return facts;
  }

  private Run run(Wanted wanted, Map<DocumentId, String> documents) {
    OccurrenceRequest request = template.run(wanted.start(), template.product().zone());
    String terms = TermsJson.write(request.terms());
    DocumentId termsId = DocumentId.of(terms);
    documents.put(termsId, terms);
    Occurrence occurrence = OccurrenceOpening.occurrence(request, template.product());
    OccurrenceRow row =
        new OccurrenceRow(occurrence, template.layoutId(), termsId, SaleState.ON_SALE, 0);
    return new Run(request, new Slot(row, wanted.time(), template.version()));
  }
}
