package io.travelsuite.jdbc;

import io.travelsuite.jdbc.EventTable.Uncollected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which of some events may be collected: of a booking none before the one it follows, though ids do
 * not follow the order of commits, and another process may be collecting the one before. What is no
 * booking's has no order to keep.
 */
final class StreamOrder {

  private final List<Uncollected> next = new ArrayList<>();
  private final List<Uncollected> heldBack = new ArrayList<>();
  private final Map<UUID, Integer> versions = new HashMap<>();

  private StreamOrder() {}

  static boolean isOrdered(Uncollected event) {
    return event.type().startsWith("booking.");
  }

  /**
   * Judges.
   *
   * @param events any, of any booking
   * @param collected up to which version each booking's were, where that is known
   * @param lowest the lowest version of each booking that is still to be collected, where that was
   *     looked up: it has none before it to wait for
   */
  static StreamOrder of(
      List<Uncollected> events, Map<UUID, Integer> collected, Map<UUID, Integer> lowest) {
    StreamOrder order = new StreamOrder();
    Map<UUID, List<Uncollected>> bySubject = new LinkedHashMap<>();
    for (Uncollected event : events) {
      if (isOrdered(event)) {
        bySubject.computeIfAbsent(event.subject(), s -> new ArrayList<>()).add(event);
      } else {
        order.next.add(event);
      }
    }
    bySubject.forEach(
        (subject, some) -> {
          int start =
              Math.max(collected.getOrDefault(subject, 0), lowest.getOrDefault(subject, 0) - 1);
          order.add(subject, some, start);
        });
    return order;
  }

  private void add(UUID subject, List<Uncollected> some, int start) {
    int version = start;
    some.sort(Comparator.comparingInt(Uncollected::version));
    for (Uncollected event : some) {
      if (event.version() <= version + 1) {
        version = Math.max(version, event.version());
        versions.put(subject, version);
        next.add(event);
      } else {
        heldBack.add(event);
      }
    }
  }

  /** Those to be collected. */
  List<Uncollected> next() {
    return next;
  }

  /** Those that wait for one before them. */
  List<Uncollected> heldBack() {
    return heldBack;
  }

  /** Up to which version each booking's are then collected. */
  Map<UUID, Integer> versions() {
    return versions;
  }
}
