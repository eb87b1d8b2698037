package io.travelsuite.examples.gtfs;

import java.time.ZoneId;
import java.util.List;

/**
 * Where and when a trip calls, counted from its start: what all its departures have in common, and
 * maybe other trips have too.
 *
 * @param calls in order, two or more
 */
record Pattern(List<Call> calls) {

  Pattern {
    calls = List.copyOf(calls);
  }

  /** The time zone of the first stop. */
  ZoneId zone() {
    return calls.get(0).zone();
  }

  /** The sections between two consecutive calls. */
  int legs() {
    return calls.size() - 1;
  }
}
