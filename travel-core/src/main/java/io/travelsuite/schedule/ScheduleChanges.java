package io.travelsuite.schedule;

import io.travelsuite.inventory.OccurrenceId;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a schedule does to its occurrences: what {@link Schedules#preview} would do, or what {@link
 * Schedules#generate} did. All lists are by date.
 *
 * @param opened the local starts of occurrences that are opened
 * @param changed occurrences without bookings that are brought in line
 * @param withdrawn occurrences without bookings that the schedule does not want any more
 * @param leftAlone occurrences that differ from the schedule and are left as they are
 * @param more whether there is more to do before the horizon: call again
 */
public record ScheduleChanges(
    List<LocalDateTime> opened,
    List<Changed> changed,
    List<Withdrawn> withdrawn,
    List<LeftAlone> leftAlone,
    boolean more) {

  /** Copies the lists. */
  public ScheduleChanges {
    opened = List.copyOf(opened);
    changed = List.copyOf(changed);
    withdrawn = List.copyOf(withdrawn);
    leftAlone = List.copyOf(leftAlone);
  }

  /** {@return how many occurrences are opened, changed or withdrawn} */
  public int size() {
    return opened.size() + changed.size() + withdrawn.size();
  }

  /** {@return whether nothing is opened, changed or withdrawn} */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** What of an occurrence differs from its schedule. */
  public enum Part {
    /** Its local start. */
    START,
    /** Its stops, or the names or seats of its pools. */
    LAYOUT,
    /** The capacity of a pool. */
    CAPACITY,
    /** The terms it is sold by. */
    TERMS
  }

  /**
   * An occurrence brought in line. It keeps its id, unless its layout differs: then it is withdrawn
   * and another is opened in its place.
   *
   * @param occurrence which
   * @param from its local start before
   * @param to its local start after
   * @param parts what differs
   */
  public record Changed(
      OccurrenceId occurrence, LocalDateTime from, LocalDateTime to, Set<Part> parts) {
    /** Copies the set. */
    public Changed {
      parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
    }
  }

  /**
   * An occurrence taken off sale. One that was never held or sold is deleted; of another the
   * history is kept, and it is cancelled.
   *
   * @param occurrence which
   * @param start its local start
   */
  public record Withdrawn(OccurrenceId occurrence, LocalDateTime start) {}

  /** Why an occurrence is left as it is. */
  public enum Reason {
    /** It has bookings or live holds: {@link Schedules#retime} or cancel it if need be. */
    BOOKED,
    /** The operator cancelled it. */
    CANCELLED,
    /** Another occurrence of the product has the start and the label that this would have. */
    START_TAKEN
  }

  /**
   * An occurrence that differs from the schedule and is left as it is.
   *
   * @param occurrence which; where a start is taken and there is none of the schedule yet, the one
   *     that has the start
   * @param start its local start
   * @param reason why
   */
  public record LeftAlone(OccurrenceId occurrence, LocalDateTime start, Reason reason) {}
}
