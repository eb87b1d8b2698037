package io.travelsuite.jdbc;

import io.travelsuite.schedule.ScheduleChanges.LeftAlone;
import io.travelsuite.schedule.ScheduleChanges.Part;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is to be done in a window so that its occurrences are as the schedule wants them. */
final class WindowPlan {

  private final List<LocalDateTime> openings = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Slot> withdrawals = new ArrayList<>();
  private final List<LeftAlone> leftAlone = new ArrayList<>();
  private final List<Slot> asWanted = new ArrayList<>();
  private final List<Change> otherSlots = new ArrayList<>();

  /**
   * An occurrence that is to stand for a time of the schedule as it is now.
   *
   * @param slot as it is
   * @param time the time it is to stand for
   * @param start the start it is to have
   * @param parts what differs
   */
  record Change(Slot slot, LocalDateTime time, LocalDateTime start, Set<Part> parts) {}

  /** Times without an occurrence. */
  List<LocalDateTime> openings() {
    return openings;
  }

  /** Occurrences to bring in line. */
  List<Change> changes() {
    return changes;
  }

  /** Occurrences that stand for no time of the schedule any more. */
  List<Slot> withdrawals() {
    return withdrawals;
  }

  /** Occurrences that stay as they are although they differ. */
  List<LeftAlone> leftAlone() {
    return leftAlone;
  }

  /** Occurrences of an older version that are as this one wants them. */
  List<Slot> asWanted() {
    return asWanted;
  }

  /** Occurrences that stay as they are and stand for another time. */
  List<Change> otherSlots() {
    return otherSlots;
  }

  /** Whether nothing is to be written. */
  boolean isEmpty() {
    return openings.isEmpty()
        && changes.isEmpty()
        && withdrawals.isEmpty()
        && asWanted.isEmpty()
        && otherSlots.isEmpty();
  }
}
