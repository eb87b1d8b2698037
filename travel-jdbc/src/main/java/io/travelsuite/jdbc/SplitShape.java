package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Into how many groups a party has to be split, and how many of them are one person.
 *
 * <p>No gap takes the whole party, and the longest gaps make the fewest groups. With the fewest,
 * somebody has to be alone only where one of the longest gaps is a single seat (then all of them
 * are filled), or where the party is one short of two a group.
 */
record SplitShape(int groups, int alone) {

  boolean isAsGoodAs(SplitShape other) {
    return groups <= other.groups && alone <= other.alone;
  }

  /**
   * How many go to each of these gaps, the longest first: as many as there is room for, without
   * leaving one person to a later gap where two could be.
   */
  static List<Integer> sizes(int party, List<SeatGap> longestFirst) {
    List<Integer> sizes = new ArrayList<>();
    int kept = longestFirst.stream().mapToInt(SplitShape::wanted).sum();
    int left = party;
    for (SeatGap gap : longestFirst) {
      kept -= wanted(gap);
      int size = Math.min(gap.length(), Math.max(1, left - kept));
      sizes.add(size);
      left -= size;
    }
    return sizes;
  }

  private static int wanted(SeatGap gap) {
    return Math.min(2, gap.length());
  }
}
