package io.travelsuite.jdbc;

import org.jspecify.annotations.Nullable;

/** How many gaps there are of each length, all shorter than the party. */
final class GapLengths {

  private final int party;
  private final int[] counts;

  GapLengths(int party) {
    this.party = party;
    counts = new int[party];
  }

  void add(SeatGap gap) {
    counts[gap.length()]++;
  }

  void remove(SeatGap gap) {
    counts[gap.length()]--;
  }

  /** The best split, or null when they do not take the party in so many groups at most. */
  @Nullable SplitShape best(int mostGroups) {
    int groups = 0;
    int seated = 0;
    for (int length = party - 1; length > 0; length--) {
      int needed = (party - seated + length - 1) / length;
      int used = Math.min(Math.min(needed, counts[length]), mostGroups - groups);
      groups += used;
      seated += used * length;
      if (seated >= party) {
        int alone = length == 1 ? used : Math.max(0, 2 * groups - party);
        return new SplitShape(groups, alone);
      }
    }
    return null;
  }
}
