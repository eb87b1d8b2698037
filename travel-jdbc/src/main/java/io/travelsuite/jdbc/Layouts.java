package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Layouts of occurrences, the recently used ones kept: at most about 1,000,000 seat labels and
 * stops, which is some 100 MB when all are different. Thread-safe; nothing is read under its lock.
 */
final class Layouts {

  private static final int MOST_WEIGHT = 1_000_000;

  private final Map<OccurrenceId, Layout> recent = new LinkedHashMap<>(16, 0.75f, true);
  private int weight;

  /** The layouts of those that exist. */
  Map<OccurrenceId, Layout> find(Transactions transactions, Set<OccurrenceId> wanted) {
    Map<OccurrenceId, Layout> found = new HashMap<>();
    Set<OccurrenceId> missing = new TreeSet<>((a, b) -> BinaryId.compare(a.value(), b.value()));
    synchronized (recent) {
      for (OccurrenceId id : wanted) {
        Layout layout = recent.get(id);
        if (layout == null) {
          missing.add(id);
        } else {
          found.put(id, layout);
        }
      }
    }
    if (!missing.isEmpty()) {
      List<Layout> read = OccurrenceTable.layouts(transactions, missing);
      read.forEach(layout -> found.put(layout.occurrence().id(), layout));
      if (!transactions.joined()) { // a host's transaction may yet take its occurrence back
        keep(read);
      }
    }
    return found;
  }

  private void keep(List<Layout> read) {
    synchronized (recent) {
      for (Layout layout : read) {
        if (recent.put(layout.occurrence().id(), layout) == null) {
          weight += layout.weight();
        }
      }
      var eldest = recent.values().iterator();
      while (weight > MOST_WEIGHT && eldest.hasNext()) {
        weight -= eldest.next().weight();
        eldest.remove();
      }
    }
  }
}
