package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.sale.SaleState;
import io.travelsuite.schedule.ScheduleChanges.LeftAlone;
import io.travelsuite.schedule.ScheduleChanges.Part;
import io.travelsuite.schedule.ScheduleChanges.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Compares what a schedule wants in a window with what is there. On a date, the occurrences it does
 * not want any more stand in, in order, for the times that have none: they are retimed.
 */
final class WindowPlanner {

  private final RunTemplate template;
  private final Instant now;
  private final Windows.Window window;
  private final List<Slot> slots;
  private final Map<LocalDateTime, OccurrenceId> starts;
  private final Map<OccurrenceId, OccurrenceUse> uses;
  private final WindowPlan plan = new WindowPlan();

  private WindowPlanner(Handle handle, RunTemplate template, Instant now, Windows.Window window) {
    this.template = template;
    this.now = now;
    this.window = window;
    slots = SlotTable.in(handle, template.saved().id(), window);
    List<OccurrenceId> questionable =
        slots.stream()
            .filter(slot -> slot.version() < template.version() || !wanted(slot))
            .map(Slot::id)
            .toList();
    uses = OccurrenceUse.of(handle, questionable, now);
    boolean complete = questionable.isEmpty() && slots.size() == window.slots().size();
    starts = complete ? Map.of() : SlotTable.starts(handle, template.saved(), window);
  }

  static WindowPlan plan(Handle handle, RunTemplate template, Instant now, Windows.Window window) {
    return new WindowPlanner(handle, template, now, window).plan();
  }

  private boolean wanted(Slot slot) {
    return window.slots().contains(slot.time());
  }

  private WindowPlan plan() {
    Set<LocalDateTime> filled = new HashSet<>();
    Map<LocalDate, Deque<Slot>> unwanted = new HashMap<>();
    for (Slot slot : slots) {
      filled.add(slot.time());
      if (slot.past(now)) {
        continue;
      }
      if (wanted(slot)) {
        compare(slot, slot.time());
      } else {
        unwanted.computeIfAbsent(slot.time().toLocalDate(), d -> new ArrayDeque<>()).add(slot);
      }
    }
    for (LocalDateTime time : window.slots()) {
      if (!filled.contains(time) && template.instant(time).isAfter(now)) {
        Slot standIn = unwanted.getOrDefault(time.toLocalDate(), new ArrayDeque<>()).poll();
        if (standIn == null) {
          open(time);
        } else {
          compare(standIn, time);
        }
      }
    }
    List<Slot> left = new ArrayList<>();
    unwanted.values().forEach(left::addAll);
    left.stream().sorted((a, b) -> a.time().compareTo(b.time())).forEach(this::withdraw);
    plan.leftAlone().sort((a, b) -> a.start().compareTo(b.start()));
    return plan;
  }

  private void open(LocalDateTime time) {
    OccurrenceId other = starts.get(time);
    if (other == null) {
      plan.openings().add(time);
    } else {
      plan.leftAlone().add(new LeftAlone(other, time, Reason.START_TAKEN));
    }
  }

  private void withdraw(Slot slot) {
    if (slot.version() > template.version() || slot.row().state() == SaleState.CANCELLED) {
      return;
    }
    if (OccurrenceUse.orUnused(uses, slot.id()).booked()) {
      leave(slot, Reason.BOOKED);
    } else {
      plan.withdrawals().add(slot);
    }
  }

  private void compare(Slot slot, LocalDateTime time) {
    boolean same = slot.time().equals(time);
    if (slot.version() > template.version() || (same && slot.version() == template.version())) {
      return;
    }
    LocalDateTime start = slot.startAt(time);
    Set<Part> parts = differing(slot, start);
    WindowPlan.Change change = new WindowPlan.Change(slot, time, start, parts);
    boolean cancelled = slot.row().state() == SaleState.CANCELLED;
    if (parts.isEmpty() || cancelled) {
      if (!parts.isEmpty() && !same) {
        leave(slot, Reason.CANCELLED);
      }
      if (same) {
        plan.asWanted().add(slot);
      } else {
        plan.otherSlots().add(change);
      }
    } else if (OccurrenceUse.orUnused(uses, slot.id()).booked()) {
      leave(slot, Reason.BOOKED);
    } else if (parts.contains(Part.START) && starts.containsKey(start)) {
      leave(slot, Reason.START_TAKEN);
    } else {
      plan.changes().add(change);
    }
  }

  private Set<Part> differing(Slot slot, LocalDateTime start) {
    EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    OccurrenceRequest run = template.run(start, slot.row().occurrence().zone());
    if (!start.equals(slot.start())) {
      parts.add(Part.START);
    }
    if (!slot.row().layout().equals(template.layoutId())) {
      parts.add(Part.LAYOUT);
    } else if (!OccurrenceUse.orUnused(uses, slot.id())
        .capacities()
        .equals(RunTemplate.capacities(run))) {
      parts.add(Part.CAPACITY);
    }
    if (!slot.row().terms().equals(DocumentId.of(TermsJson.write(run.terms())))) {
      parts.add(Part.TERMS);
    }
    return parts;
  }

  private void leave(Slot slot, Reason reason) {
    plan.leftAlone().add(new LeftAlone(slot.id(), slot.start(), reason));
  }
}
