package io.travelsuite.jdbc;

import io.travelsuite.schedule.ScheduleChanges;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is done, or would be, up to so many occurrences. */
final class GeneratorReport {

  private final int most;
  private final List<LocalDateTime> opened = new ArrayList<>();
  private final List<ScheduleChanges.Changed> changed = new ArrayList<>();
  private final List<ScheduleChanges.Withdrawn> withdrawn = new ArrayList<>();
  private final Set<ScheduleChanges.LeftAlone> leftAlone = new LinkedHashSet<>();
  private boolean more;

  GeneratorReport(int most) {
    this.most = most;
  }

  /** How many more it may be. */
  int room() {
    return most - opened.size() - changed.size() - withdrawn.size();
  }

  boolean full() {
    return room() <= 0;
  }

  void opened(List<LocalDateTime> starts) {
    opened.addAll(starts);
  }

  void changed(ScheduleChanges.Changed one) {
    changed.add(one);
  }

  void withdrawn(ScheduleChanges.Withdrawn one) {
    withdrawn.add(one);
  }

  /** What is left alone is told once, however often it is met. */
  void leftAlone(List<ScheduleChanges.LeftAlone> some) {
    leftAlone.addAll(some);
  }

  void more() {
    more = true;
  }

  /** Takes in a plan as if it were done. */
  void planned(WindowPlan plan) {
    opened.addAll(plan.openings());
    for (WindowPlan.Change change : plan.changes()) {
      Slot slot = change.slot();
      changed.add(
          new ScheduleChanges.Changed(slot.id(), slot.start(), change.start(), change.parts()));
    }
    plan.withdrawals()
        .forEach(slot -> withdrawn.add(new ScheduleChanges.Withdrawn(slot.id(), slot.start())));
    leftAlone(plan.leftAlone());
  }

  ScheduleChanges changes() {
    return new ScheduleChanges(opened, changed, withdrawn, List.copyOf(leftAlone), more);
  }
}
