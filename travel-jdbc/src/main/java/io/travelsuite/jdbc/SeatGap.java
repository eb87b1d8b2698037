package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Seats side by side, as many as there are, by their indexes. */
record SeatGap(int from, int to) {

  /** All gaps, in the order of the indexes. */
  static List<SeatGap> of(BitSet seats) {
    List<SeatGap> gaps = new ArrayList<>();
    int from = seats.nextSetBit(0);
    while (from >= 0) {
      int to = seats.nextClearBit(from);
      gaps.add(new SeatGap(from, to));
      from = seats.nextSetBit(to);
    }
    return gaps;
  }

  int length() {
    return to - from;
  }
}
