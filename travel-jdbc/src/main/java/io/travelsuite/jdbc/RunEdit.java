package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.sale.SaleState;
import io.travelsuite.schedule.ScheduleChanges.Part;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Brings occurrences of a schedule in line, or withdraws them, one in a transaction. Whether one
 * has bookings is decided with its counters locked, where no hold can come in between.
 */
final class RunEdit {

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final Offers offers;
  private final RunTemplate template;

  RunEdit(Generator.Parts parts, RunTemplate template) {
    this.transactions = parts.transactions();
    this.clock = parts.clock();
    this.offers = parts.offers();
    this.template = template;
  }

  /** What came of it. */
  enum Outcome {
    DONE,
    /** It has bookings or live holds. */
    BOOKED,
    /** Another occurrence has the start it was to have. */
    START_TAKEN,
    /** Somebody else dealt with it in between. */
    GONE,
    /** The schedule has changed in between. */
    OUTDATED
  }

  /** An occurrence that is locked and has no bookings. */
  private record Free(UnitOfWork unit, Offer offer, Slot slot, Instant now) {

    Handle handle() {
      return unit.handle();
    }

    int nextRevision() {
      return slot.row().revision() + 1;
    }
  }

  private interface Work {
    Outcome on(Free free, boolean past);
  }

  /** Another occurrence took the start in between; nothing is written. Never reaches a caller. */
  private static final class StartTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StartTakenException() {
      super("the start is taken", null, false, false);
    }
  }

  Outcome align(WindowPlan.Change change) {
    try {
      return edit(change.slot(), (free, past) -> align(free, change, past));
    } catch (StartTakenException e) {
      return Outcome.START_TAKEN;
    }
  }

  Outcome withdraw(Slot slot) {
    return edit(slot, (free, past) -> withdraw(free));
  }

  private Outcome edit(Slot seen, Work work) {
    Offer offer =
        transactions.read(
            Transactions.Freshness.LOCAL,
            handle -> offers.offers(handle, List.of(seen.row())).get(0));
    return Rounds.run(
        transactions,
        Transactions.Freshness.CLUSTER,
        (unit, known) -> edit(unit, known, offer, work));
  }

  private Step<Outcome> edit(UnitOfWork unit, Rounds.Known known, Offer offer, Work work) {
    Handle handle = unit.handle();
    if (!ScheduleTable.lock(handle, template.saved(), "LOCK IN SHARE MODE")) {
      return Step.answer(Outcome.OUTDATED);
    }
    SortedSet<CounterKey> own = OccurrenceCounters.of(offer).keys(offer.layout().pools());
    SortedSet<CounterKey> keys = new TreeSet<>(own);
    keys.addAll(known.counters());
    LockedCounters counters = new LockedCounters(keys, CounterTable.lock(handle, keys));
    Slot slot = SlotTable.lock(handle, offer.occurrence().id());
    if (slot == null
        || slot.version() > template.version()
        || slot.row().state() == SaleState.CANCELLED
        || own.stream().anyMatch(key -> counters.get(key) == null)) {
      return Step.answer(Outcome.GONE);
    }
    Instant now = clock.now(handle);
    List<CounterKey> taken =
        own.stream().filter(key -> Objects.requireNonNull(counters.get(key)).taken() > 0).toList();
    if (!taken.isEmpty()) {
      return reclaim(unit, counters, taken, now);
    }
    return Step.answer(work.on(new Free(unit, offer, slot, now), known.past()));
  }

  /** Expired holds take nothing: what they have is given back, and then it is looked at again. */
  private Step<Outcome> reclaim(
      UnitOfWork unit, LockedCounters counters, List<CounterKey> taken, Instant now) {
    Reclaim reclaim = new Reclaim(unit.handle(), counters, transactions.joined());
    Reclaim.Reclaimed reclaimed = reclaim.free(new Reclaim.Wanted(taken, List.of()), now);
    if (!reclaimed.missing().isEmpty()) {
      return Step.again(reclaimed.missing());
    }
    if (reclaimed.expired().isEmpty()) {
      return reclaimed.passedOver()
          ? new Step.Doubted<>(Outcome.BOOKED)
          : Step.answer(Outcome.BOOKED);
    }
    counters.write(unit.handle());
    TransitionWriter.write(unit, reclaimed.expired(), now);
    return Step.again(List.of());
  }

  private Outcome align(Free free, WindowPlan.Change change, boolean past) {
    LocalDateTime start = free.slot().startAt(change.time());
    if (past && startTaken(free, start)) {
      return Outcome.START_TAKEN;
    }
    if (!free.slot().row().layout().equals(template.layoutId())) {
      withdraw(free);
      RunOpening opening = new RunOpening(free.unit(), template, free.now());
      List<RunOpening.Wanted> run = List.of(new RunOpening.Wanted(change.time(), start));
      if (opening.open(run).isEmpty()) {
        throw new StartTakenException();
      }
      return Outcome.DONE;
    }
    alignInPlace(free, change, start);
    return Outcome.DONE;
  }

  private boolean startTaken(Free free, LocalDateTime start) {
    Occurrence occurrence = free.offer().occurrence();
    Optional<OccurrenceRow> other =
        OccurrenceTable.lockByRun(free.handle(), occurrence.product(), start, occurrence.label());
    return other.filter(row -> !row.occurrence().id().equals(occurrence.id())).isPresent();
  }

  private void alignInPlace(Free free, WindowPlan.Change change, LocalDateTime start) {
    Handle handle = free.handle();
    Occurrence before = free.slot().row().occurrence();
    Occurrence after = OccurrenceStart.move(before, start);
    OccurrenceRequest run = template.run(start, before.zone());
    String terms = TermsJson.write(run.terms());
    DocumentId termsId = DocumentTable.save(handle, terms);
    CounterTable.insert(handle, OccurrenceCounters.of(free.offer()).ofSubPools(run.terms()));
    OccurrenceTable.update(
        handle,
        before.id(),
        new OccurrenceTable.Revised(free.slot().row().state(), termsId, free.nextRevision()));
    if (!after.localStart().equals(before.localStart())) {
      OccurrenceTable.retime(handle, after, free.nextRevision());
      LayoutStopTable.save(handle, after, free.offer().layoutId());
    }
    SlotTable.align(handle, before.id(), change.time(), template.version());
    Map<String, Capacity> capacities = RunTemplate.capacities(run);
    renewCounters(free, capacities, change.parts().contains(Part.CAPACITY));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("from", before.localStart().toString());
    facts.put("to", start.toString());
    facts.put("capacities", capacities);
    facts.put("terms", Json.read(terms));
    new OccurrenceEvent(EventType.OCCURRENCE_REALIGNED, facts)
        .write(free.unit(), after, free.now());
  }

  private static void renewCounters(
      Free free, Map<String, Capacity> capacities, boolean otherCapacity) {
    OccurrenceCounters all = OccurrenceCounters.of(free.offer());
    if (otherCapacity) {
      List<Counter> renewed = new ArrayList<>(all.ofPools(capacities));
      renewed.replaceAll(counter -> counter.revision(free.nextRevision()));
      CounterTable.renew(free.handle(), renewed);
    } else {
      CounterTable.revise(free.handle(), all.keys(capacities.keySet()), free.nextRevision());
    }
  }

  /**
   * Deletes one that was never held or sold. Of another the history is kept: it is cancelled.
   * Inside a host's transaction a stale snapshot may hide the history, so that it is always kept.
   */
  private Outcome withdraw(Free free) {
    Handle handle = free.handle();
    Occurrence occurrence = free.slot().row().occurrence();
    boolean delete = !transactions.joined() && !LineTable.any(handle, occurrence.id());
    if (delete) {
      CounterTable.delete(handle, occurrence.id());
      SlotTable.delete(handle, occurrence.id());
    } else {
      OccurrenceEdit.revise(
          free.unit(),
          free.offer(),
          new OccurrenceTable.Revised(
              SaleState.CANCELLED, free.slot().row().terms(), free.nextRevision()));
      SlotTable.detach(handle, occurrence.id());
    }
    new OccurrenceEvent(EventType.OCCURRENCE_WITHDRAWN, Map.of("deleted", delete))
        .write(free.unit(), occurrence, free.now());
    return Outcome.DONE;
  }
}
