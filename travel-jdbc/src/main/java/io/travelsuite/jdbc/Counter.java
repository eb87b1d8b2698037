package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;

/** A counter row as it was read. */
record Counter(CounterKey key, Capacity capacity, int overhang, int taken, int revision) {

  /** With more taken, or less; the overhang falls as units come back. */
  Counter plus(int units) {
    int above = Math.max(0, taken + units - capacity.sellable());
    return new Counter(key, capacity, Math.min(overhang, above), taken + units, revision);
  }

  /** As of another revision of the terms. */
  Counter revision(int other) {
    return new Counter(key, capacity, overhang, taken, other);
  }

  /** With another capacity; what is then taken above it is the overhang. */
  Counter capacity(Capacity other) {
    return new Counter(key, other, Math.max(0, taken - other.sellable()), taken, revision);
  }

  int available() {
    return capacity.sellable() - taken;
  }
}
