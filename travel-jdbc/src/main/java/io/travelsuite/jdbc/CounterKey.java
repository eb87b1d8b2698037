package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;

/** The primary key of a counter row; its order is the one in which rows are locked. */
record CounterKey(OccurrenceId occurrence, String pool, int leg) implements Comparable<CounterKey> {

  /** The same leg of another pool. */
  CounterKey pool(String other) {
    return new CounterKey(occurrence, other, leg);
  }

  @Override
  public int compareTo(CounterKey other) {
    int byOccurrence = BinaryId.compare(occurrence.value(), other.occurrence.value());
    if (byOccurrence != 0) {
      return byOccurrence;
    }
    int byPool = pool.compareTo(other.pool); // ASCII, so this is byte order
    return byPool != 0 ? byPool : Integer.compare(leg, other.leg);
  }
}
