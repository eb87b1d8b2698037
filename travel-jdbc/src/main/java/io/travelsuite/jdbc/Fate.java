package io.travelsuite.jdbc;

import io.travelsuite.payments.inbox.ProcessReport;
import java.util.EnumMap;
import java.util.Map;

/** What became of a claimed event. */
enum Fate {
  HANDLED,
  PARKED,
  FAILED,
  DEAD,
  OVERTAKEN;

  /** How often each. */
  static final class Tally {

    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);

    void add(Fate fate, int events) {
      counts.merge(fate, events, Integer::sum);
    }

    int all() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    ProcessReport report() {
      return new ProcessReport(of(HANDLED), of(PARKED), of(FAILED), of(DEAD), of(OVERTAKEN));
    }

    private int of(Fate fate) {
      return counts.getOrDefault(fate, 0);
    }
  }
}
