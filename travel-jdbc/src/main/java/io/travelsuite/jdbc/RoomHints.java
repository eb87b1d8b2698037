package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much room the last batch found at a departure: it only chooses the way a batch is tried
 * first, and decides nothing. The 10,000 departures used last are remembered.
 */
final class RoomHints {

  /** What to try first. */
  enum Hint {
    /** Write rows first, and take the counter last by one guarded update. */
    PLENTY,
    /** Decide under the lock. */
    TIGHT,
    /** Look without a lock whether there is anything to decide. */
    SOLD_OUT
  }

  private static final int MOST = 10_000;

  private final Map<OccurrenceId, Hint> hints =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<OccurrenceId, Hint> eldest) {
              return size() > MOST;
            }
          });

  Hint of(OccurrenceId departure) {
    return hints.getOrDefault(departure, Hint.PLENTY);
  }

  void set(OccurrenceId departure, Hint hint) {
    hints.put(departure, hint);
  }
}
