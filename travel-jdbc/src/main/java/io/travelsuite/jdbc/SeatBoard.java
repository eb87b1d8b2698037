package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import java.util.BitSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which seats of a pool are free on which legs of an occurrence, as known under its lock. Labels
 * that the map does not have belong to other pools and are passed over. Not thread-safe.
 */
final class SeatBoard {

  private final SeatGeometry geometry;
  private final BitSet open;
  private final BitSet[] taken;

  /** A seat that is taken on a leg. */
  record Claim(int leg, String label) {}

  private SeatBoard(SeatGeometry geometry, int legs) {
    this.geometry = geometry;
    open = geometry.seats();
    taken = Stream.generate(BitSet::new).limit(legs).toArray(BitSet[]::new);
  }

  /** A board of so many legs where every seat is free. */
  static SeatBoard of(SeatGeometry geometry, int legs) {
    return new SeatBoard(geometry, legs);
  }

  /** Takes these seats out of sale on all legs, whether they are taken or not. */
  SeatBoard blocking(Set<String> labels) {
    for (String label : labels) {
      Integer index = geometry.index(label);
      if (index != null) {
        open.clear(index);
      }
    }
    return this;
  }

  /** Marks what is taken already. */
  SeatBoard taking(Iterable<Claim> claims) {
    for (Claim claim : claims) {
      take(claim.label(), new LegRange(claim.leg(), claim.leg() + 1));
    }
    return this;
  }

  SeatGeometry geometry() {
    return geometry;
  }

  /**
   * Takes a seat over a run of legs.
   *
   * @throws IllegalStateException when it is taken on one of them
   */
  void take(String label, LegRange legs) {
    move(label, legs, true);
  }

  /**
   * Gives a seat back over a run of legs.
   *
   * @throws IllegalStateException when it is not taken on one of them
   */
  void give(String label, LegRange legs) {
    move(label, legs, false);
  }

  /** The seats that are free on every leg of a run; the caller's own copy. */
  BitSet free(LegRange legs) {
    Objects.checkFromToIndex(legs.from(), legs.to(), taken.length);
    BitSet free = (BitSet) open.clone();
    for (int leg = legs.from(); leg < legs.to(); leg++) {
      free.andNot(taken[leg]);
    }
    return free;
  }

  private void move(String label, LegRange legs, boolean take) {
    Objects.checkFromToIndex(legs.from(), legs.to(), taken.length);
    Integer index = geometry.index(label);
    if (index == null) {
      return;
    }
    for (int leg = legs.from(); leg < legs.to(); leg++) {
      if (taken[leg].get(index) == take) {
        String state = take ? "taken already" : "not taken";
        throw new IllegalStateException("seat " + label + " is " + state + " on leg " + leg);
      }
    }
    for (int leg = legs.from(); leg < legs.to(); leg++) {
      taken[leg].set(index, take);
    }
  }
}
