package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;

/** The primary key of a seat's claim; in the order of the key. */
record SeatKey(OccurrenceId occurrence, int leg, String seat) implements Comparable<SeatKey> {

  @Override
  public int compareTo(SeatKey other) {
    int byOccurrence = BinaryId.compare(occurrence.value(), other.occurrence.value());
    if (byOccurrence != 0) {
      return byOccurrence;
    }
    int byLeg = Integer.compare(leg, other.leg);
    return byLeg != 0 ? byLeg : seat.compareTo(other.seat);
  }
}
