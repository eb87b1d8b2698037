package io.travelsuite.jdbc;

import java.util.BitSet;

/**
 * The best place where some sit side by side: first one that leaves no single free seat alone
 * between others, then the one whose ranks add up to the least, then the first. A seat counts as
 * free that is so on all legs asked for, whoever may have it.
 */
final class SideBySide {

  /** There is no such place. */
  static final int NONE = -1;

  private final SeatGeometry geometry;
  private final BitSet free;
  private int best = NONE;
  private int bestOrphans;
  private long bestRanks;

  private SideBySide(SeatGeometry geometry, BitSet free) {
    this.geometry = geometry;
    this.free = free;
  }

  /** The index where it begins among those open to the party, or {@link #NONE}. */
  static int find(SeatGeometry geometry, BitSet free, BitSet open, int size) {
    SideBySide search = new SideBySide(geometry, free);
    int from = open.nextSetBit(0);
    while (from >= 0) {
      int to = open.nextClearBit(from);
      search.look(from, to, size);
      from = open.nextSetBit(to);
    }
    return search.best;
  }

  /** The same within a gap, which is large enough. */
  static int within(SeatGeometry geometry, BitSet free, SeatGap gap, int size) {
    SideBySide search = new SideBySide(geometry, free);
    search.look(gap.from(), gap.to(), size);
    return search.best;
  }

  private void look(int from, int to, int size) {
    for (int start = from; start <= to - size; start++) {
      int orphans = orphans(start, start + size);
      long ranks = geometry.ranks(start, size);
      if (best == NONE || orphans < bestOrphans || (orphans == bestOrphans && ranks < bestRanks)) {
        best = start;
        bestOrphans = orphans;
        bestRanks = ranks;
      }
    }
  }

  private int orphans(int from, int to) {
    int left = free.get(from - 1) && !free.get(from - 2) ? 1 : 0;
    int right = free.get(to) && !free.get(to + 1) ? 1 : 0;
    return left + right;
  }
}
