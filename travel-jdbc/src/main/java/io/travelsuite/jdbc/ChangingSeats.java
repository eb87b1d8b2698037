package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Seats for a party when fewer are free on all legs than it has people. Leg by leg, whoever has no
 * seat any more gets, of those free, the one that stays free the longest (of these the nearest to
 * the seat before, or at the start the best); nobody leaves a seat sooner.
 *
 * <p>This makes the fewest changes that there can be, added up over the whole party, and as many
 * people as possible make none: seats with their free times are intervals, of which every leg has
 * to be covered by as many as there are people, and taking the one that reaches the farthest
 * whenever one is missing covers a line with the fewest intervals.
 */
final class ChangingSeats {

  private final SeatGeometry geometry;
  private final BitSet[] freeByLeg;
  private final LegRange legs;
  private final BitSet used = new BitSet();

  private ChangingSeats(SeatBoard board, BitSet open, LegRange legs) {
    geometry = board.geometry();
    this.legs = legs;
    freeByLeg = new BitSet[legs.legs()];
    for (int leg = legs.from(); leg < legs.to(); leg++) {
      BitSet free = board.free(new LegRange(leg, leg + 1));
      free.and(open);
      freeByLeg[leg - legs.from()] = free;
    }
  }

  /** How many seats are free on the leg that has the fewest. */
  static int fewest(SeatBoard board, BitSet open, LegRange legs) {
    int fewest = Integer.MAX_VALUE;
    for (BitSet free : new ChangingSeats(board, open, legs).freeByLeg) {
      fewest = Math.min(fewest, free.cardinality());
    }
    return fewest;
  }

  /** A plan; every leg has as many free seats as there are people. */
  static SeatPlan plan(SeatBoard board, BitSet open, int party, LegRange legs) {
    return new ChangingSeats(board, open, legs).plan(party);
  }

  private SeatPlan plan(int party) {
    List<Passenger> passengers = new ArrayList<>();
    for (int i = 0; i < party; i++) {
      passengers.add(new Passenger());
    }
    for (int leg = legs.from(); leg < legs.to(); leg++) {
      for (Passenger passenger : passengers) {
        if (passenger.until <= leg) {
          used.clear(passenger.seat);
        }
      }
      for (Passenger passenger : passengers) {
        if (passenger.until <= leg) {
          passenger.sit(leg);
        }
      }
    }
    return new SeatPlan(passengers.stream().map(passenger -> passenger.runs).toList());
  }

  private final class Passenger {
    private final List<SeatPlan.Run> runs = new ArrayList<>();
    private int seat; // none at first: no seat has the index 0
    private int until = legs.from();

    void sit(int leg) {
      BitSet reaching = (BitSet) freeOn(leg).clone();
      reaching.andNot(used);
      until = leg + 1;
      BitSet farther = reaching;
      while (until < legs.to()) {
        farther = (BitSet) reaching.clone();
        farther.and(freeOn(until));
        if (farther.isEmpty()) {
          break;
        }
        reaching = farther;
        until++;
      }
      seat = seat == 0 ? best(reaching) : nearest(reaching, seat);
      used.set(seat);
      runs.add(new SeatPlan.Run(geometry.label(seat), new LegRange(leg, until)));
    }
  }

  private BitSet freeOn(int leg) {
    return freeByLeg[leg - legs.from()];
  }

  private int best(BitSet seats) {
    return seats.stream()
        .reduce((one, other) -> geometry.rank(other) < geometry.rank(one) ? other : one)
        .orElseThrow();
  }

  private static int nearest(BitSet seats, int seat) {
    int before = seats.previousSetBit(seat);
    int after = seats.nextSetBit(seat);
    return before < 0 || (after >= 0 && after - seat < seat - before) ? after : before;
  }
}
