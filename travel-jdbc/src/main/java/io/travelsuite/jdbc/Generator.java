package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.Product;
import io.travelsuite.schedule.ScheduleChanges;
import io.travelsuite.schedule.ScheduleChanges.LeftAlone;
import io.travelsuite.schedule.ScheduleChanges.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Brings the occurrences of one version of a schedule in line with it, window by window: looks
 * without locks at what there is to do, and does it in transactions that each decide anew.
 */
final class Generator {

  private static final int MOST_DAYS = 3_660;
  private static final int BATCH = 100;

  private final Parts parts;
  private final RunTemplate template;
  private final RunEdit edit;
  private final GeneratorReport report;

  Generator(Parts parts, RunTemplate template, GeneratorReport report) {
    this.parts = parts;
    this.template = template;
    this.report = report;
    edit = new RunEdit(parts, template);
  }

  /** What schedules work with. */
  record Parts(Transactions transactions, DatabaseClock clock, Offers offers) {}

  /** Thrown when the schedule has changed under a generator. Never reaches a caller. */
  static final class OutdatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OutdatedException() {
      super("the schedule has changed", null, false, false);
    }
  }

  /** The windows from today to a date. */
  static List<Windows.Window> windows(RunTemplate template, Instant now, LocalDate until) {
    Product product = template.product();
    LocalDate today = now.atZone(product.zone()).toLocalDate();
    unless(
        !until.isAfter(today.plusDays(MOST_DAYS)),
        "until",
        until,
        "must be at most " + MOST_DAYS + " days from today (" + today + ")");
    var recurrence = template.schedule().recurrence();
    return Windows.of(
        RecurrenceDates.between(recurrence, today, until), recurrence.times(), today, until);
  }

  /** Tells what there is to do. */
  void preview(LocalDate until) {
    parts
        .transactions()
        .read(
            Transactions.Freshness.LOCAL,
            handle -> {
              Instant now = parts.clock().now(handle);
              for (Windows.Window window : windows(template, now, until)) {
                if (report.full()) {
                  report.more();
                  break;
                }
                report.planned(WindowPlanner.plan(handle, template, now, window));
              }
              return true;
            });
  }

  /**
   * Does what there is to do.
   *
   * @throws OutdatedException when the schedule has changed; what was done before is right
   */
  void run(LocalDate until) {
    Instant now = parts.transactions().read(Transactions.Freshness.LOCAL, parts.clock()::now);
    for (Windows.Window window : windows(template, now, until)) {
      WindowPlan plan =
          parts
              .transactions()
              .read(
                  Transactions.Freshness.CLUSTER,
                  handle -> WindowPlanner.plan(handle, template, now, window));
      report.leftAlone(plan.leftAlone());
      if (!plan.isEmpty() && !run(plan)) {
        report.more();
        return;
      }
    }
  }

  /** Whether all was done that is to do, or as much as is allowed. */
  private boolean run(WindowPlan plan) {
    keep(plan);
    List<LocalDateTime> openings = plan.openings();
    for (int from = 0; from < openings.size(); from += BATCH) {
      int to = Math.min(openings.size(), from + Math.min(BATCH, report.room()));
      if (to == from) {
        return false;
      }
      open(openings.subList(from, to));
      if (to < Math.min(openings.size(), from + BATCH)) {
        return false;
      }
    }
    for (WindowPlan.Change change : plan.changes()) {
      if (report.full()) {
        return false;
      }
      align(change);
    }
    for (Slot slot : plan.withdrawals()) {
      if (report.full()) {
        return false;
      }
      withdraw(slot);
    }
    return true;
  }

  /** Writes down that occurrences are as wanted, so that they are not compared again. */
  private void keep(WindowPlan plan) {
    if (plan.asWanted().isEmpty() && plan.otherSlots().isEmpty()) {
      return;
    }
    locked(
        unit -> {
          SlotTable.align(unit.handle(), plan.asWanted(), template.version());
          plan.otherSlots()
              .forEach(
                  other ->
                      SlotTable.align(
                          unit.handle(), other.slot().id(), other.time(), template.version()));
          return true;
        });
  }

  private void open(List<LocalDateTime> times) {
    List<RunOpening.Wanted> wanted = times.stream().map(RunOpening.Wanted::at).toList();
    report.opened(
        locked(
            unit -> new RunOpening(unit, template, parts.clock().now(unit.handle())).open(wanted)));
  }

  private interface Locked<T> {
    T run(UnitOfWork unit);
  }

  /** Runs work with other generators of the schedule kept out. */
  private <T> T locked(Locked<T> work) {
    return parts
        .transactions()
        .write(
            Transactions.Freshness.CLUSTER,
            unit -> {
              if (!ScheduleTable.lock(unit.handle(), template.saved(), "FOR UPDATE")) {
                throw new OutdatedException();
              }
              return work.run(unit);
            });
  }

  private void align(WindowPlan.Change change) {
    Slot slot = change.slot();
    if (settled(slot, edit.align(change))) {
      report.changed(
          new ScheduleChanges.Changed(slot.id(), slot.start(), change.start(), change.parts()));
    }
  }

  private void withdraw(Slot slot) {
    if (settled(slot, edit.withdraw(slot))) {
      report.withdrawn(new ScheduleChanges.Withdrawn(slot.id(), slot.start()));
    }
  }

  /** Whether it was done. */
  private boolean settled(Slot slot, RunEdit.Outcome outcome) {
    switch (outcome) {
      case DONE -> {
        return true;
      }
      case BOOKED -> leave(slot, Reason.BOOKED);
      case START_TAKEN -> leave(slot, Reason.START_TAKEN);
      case OUTDATED -> throw new OutdatedException();
      case GONE -> {}
    }
    return false;
  }

  private void leave(Slot slot, Reason reason) {
    report.leftAlone(List.of(new LeftAlone(slot.id(), slot.start(), reason)));
  }
}
