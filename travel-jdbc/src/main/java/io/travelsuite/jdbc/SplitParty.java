package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Seats for a party that no gap takes as a whole. First as few groups as can be, then as few people
 * alone as can be; with these, all in one row where that can be, else in one zone, else anywhere;
 * and there where the gaps lie closest together, counted in seats along the rows. Each group then
 * takes the best place in its gap.
 */
final class SplitParty {

  private final SeatGeometry geometry;
  private final BitSet free;
  private final List<SeatGap> gaps;
  private final int party;

  SplitParty(SeatGeometry geometry, BitSet free, BitSet open, int party) {
    this.geometry = geometry;
    this.free = free;
    this.gaps = SeatGap.of(open);
    this.party = party;
  }

  /** Gaps that come one after the other. */
  private record Window(List<SeatGap> gaps) {

    int width() {
      return gaps.get(gaps.size() - 1).from() - gaps.get(0).to();
    }
  }

  /** The indexes of the seats, group by group; there are as many free seats as people. */
  List<Integer> seats() {
    SplitShape shape = Objects.requireNonNull(shape(gaps, gaps.size()));
    Window window = closest(geometry::row, shape);
    if (window == null) {
      window = closest(geometry::zone, shape);
    }
    if (window == null) {
      window = Objects.requireNonNull(closest(index -> 0, shape));
    }
    return seated(window.gaps(), shape.groups());
  }

  private @Nullable SplitShape shape(List<SeatGap> some, int mostGroups) {
    GapLengths lengths = new GapLengths(party);
    some.forEach(lengths::add);
    return lengths.best(mostGroups);
  }

  /** The narrowest window within one row or zone that takes the party as well as all gaps do. */
  private @Nullable Window closest(IntUnaryOperator part, SplitShape wanted) {
    Window closest = null;
    int from = 0;
    while (from < gaps.size()) {
      int key = part.applyAsInt(gaps.get(from).from());
      int to = from + 1;
      while (to < gaps.size() && part.applyAsInt(gaps.get(to).from()) == key) {
        to++;
      }
      closest = narrower(closest, gaps.subList(from, to), wanted);
      from = to;
    }
    return closest;
  }

  private @Nullable Window narrower(@Nullable Window best, List<SeatGap> some, SplitShape wanted) {
    Window narrowest = best;
    GapLengths lengths = new GapLengths(party);
    int from = 0;
    for (int to = 0; to < some.size(); to++) {
      lengths.add(some.get(to));
      while (isEnough(lengths, wanted)) {
        Window window = new Window(some.subList(from, to + 1));
        if (narrowest == null || window.width() < narrowest.width()) {
          narrowest = window;
        }
        lengths.remove(some.get(from++));
      }
    }
    return narrowest;
  }

  private static boolean isEnough(GapLengths lengths, SplitShape wanted) {
    SplitShape shape = lengths.best(wanted.groups());
    return shape != null && shape.isAsGoodAs(wanted);
  }

  private List<Integer> seated(List<SeatGap> window, int groups) {
    List<SeatGap> longest =
        window.stream()
            .sorted(Comparator.comparingInt(SeatGap::length).reversed())
            .limit(groups)
            .toList();
    List<Integer> sizes = SplitShape.sizes(party, longest);
    List<Integer> seats = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      int from = SideBySide.within(geometry, free, longest.get(i), sizes.get(i));
      for (int index = from; index < from + sizes.get(i); index++) {
        seats.add(index);
      }
    }
    return seats;
  }
}
