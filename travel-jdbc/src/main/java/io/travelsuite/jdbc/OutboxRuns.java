package io.travelsuite.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which of the events that are due may be handled: of a booking none before those before it, unless
 * they are handled by the same worker.
 */
final class OutboxRuns {

  /** How soon it is looked again whether the one before, which somebody has, is done. */
  private static final Duration SOON = Duration.ofMillis(100);

  private final List<OutboxRow> free = new ArrayList<>();
  private final Map<Instant, List<OutboxRow>> blocked = new HashMap<>();

  private OutboxRuns() {}

  /**
   * Judges.
   *
   * @param due locked, in the order of handling but for that within bookings
   * @param all that there is of the same bookings
   * @param now the time
   */
  static OutboxRuns of(List<OutboxRow> due, List<OutboxRow> all, Instant now) {
    Map<UUID, List<OutboxRow>> dueBySubject = new LinkedHashMap<>();
    due.forEach(
        row -> dueBySubject.computeIfAbsent(row.subject(), s -> new ArrayList<>()).add(row));
    Map<UUID, List<OutboxRow>> allBySubject = new HashMap<>();
    all.forEach(
        row -> allBySubject.computeIfAbsent(row.subject(), s -> new ArrayList<>()).add(row));
    OutboxRuns runs = new OutboxRuns();
    dueBySubject.forEach(
        (subject, some) -> runs.add(some, allBySubject.getOrDefault(subject, List.of()), now));
    return runs;
  }

  private void add(List<OutboxRow> due, List<OutboxRow> all, Instant now) {
    Map<OutboxRow.Key, OutboxRow> locked = new HashMap<>();
    due.forEach(row -> locked.put(row.key(), row));
    OutboxRow before = null;
    List<OutboxRow> inOrder = new ArrayList<>(all);
    inOrder.sort((a, b) -> OutboxRow.Key.ORDER.compare(a.key(), b.key()));
    for (OutboxRow there : inOrder) {
      OutboxRow row = locked.get(there.key());
      if (row == null) {
        before = before == null ? there : before;
      } else if (before == null) {
        free.add(row);
      } else {
        blocked.computeIfAbsent(until(before, now), u -> new ArrayList<>()).add(row);
      }
    }
  }

  /** Until the one before is tried again; one that somebody has may be done at any time. */
  private static Instant until(OutboxRow before, Instant now) {
    Instant soon = now.plus(SOON);
    return !before.claimed() && before.dueAt().isAfter(soon) ? before.dueAt() : soon;
  }

  /** Those that may be handled, each booking's one after the other. */
  List<OutboxRow> free() {
    return free;
  }

  /** Those that may not, by when it is to be looked again. */
  Map<Instant, List<OutboxRow>> blocked() {
    return blocked;
  }
}
