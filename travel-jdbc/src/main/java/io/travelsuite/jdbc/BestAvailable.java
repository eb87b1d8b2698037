package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatWish;
import io.travelsuite.seat.SeatWish.Together;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Picks the best seats that are free. A pure function of the board: it takes nothing.
 *
 * <ol>
 *   <li>Nobody changes seats on the way if as many seats as people are free on all legs.
 *   <li>All sit side by side if they can ({@link SideBySide}).
 *   <li>Else, unless they must sit together, they are split up ({@link SplitParty}).
 *   <li>If too few seats are free on all legs, but enough on each, some change seats ({@link
 *       ChangingSeats}), unless they must sit together.
 * </ol>
 *
 * <p>All of it is tried without the seats kept for those who ask for them, and only if nothing
 * comes of it with them.
 */
final class BestAvailable {

  private final SeatBoard board;
  private final SeatWish wish;
  private final int party;
  private final LegRange legs;
  private final BitSet free;

  private BestAvailable(SeatBoard board, SeatWish wish, int party, LegRange legs) {
    this.board = board;
    this.wish = wish;
    this.party = party;
    this.legs = legs;
    free = board.free(legs);
  }

  /** The best seats for a party of at least one. */
  static SeatChoice choose(SeatBoard board, SeatWish wish, int party, LegRange legs) {
    if (party < 1) {
      throw new IllegalArgumentException("a party has at least one, was: " + party);
    }
    return new BestAvailable(board, wish, party, legs).choose();
  }

  private SeatChoice choose() {
    BitSet matching = board.geometry().matching(wish);
    BitSet unreserved = unreserved(matching);
    SeatPlan plan = plan(unreserved);
    if (plan == null && !unreserved.equals(matching)) {
      plan = plan(matching);
    }
    return plan != null ? plan : new TooFewSeats(largestParty(matching));
  }

  private BitSet unreserved(BitSet matching) {
    if (wish.tags().contains(Seat.ACCESSIBLE)) {
      return matching;
    }
    BitSet unreserved = board.geometry().without(Seat.ACCESSIBLE);
    unreserved.and(matching);
    return unreserved;
  }

  private @Nullable SeatPlan plan(BitSet open) {
    BitSet throughout = throughout(open);
    if (throughout.cardinality() >= party) {
      int from = SideBySide.find(board.geometry(), free, throughout, party);
      if (from != SideBySide.NONE) {
        return staying(IntStream.range(from, from + party).boxed().toList());
      }
      return mustSitTogether()
          ? null
          : staying(new SplitParty(board.geometry(), free, throughout, party).seats());
    }
    if (mustSitTogether() || ChangingSeats.fewest(board, open, legs) < party) {
      return null;
    }
    return ChangingSeats.plan(board, open, party, legs);
  }

  private SeatPlan staying(List<Integer> seats) {
    List<List<SeatPlan.Run>> passengers = new ArrayList<>();
    for (int seat : seats) {
      passengers.add(List.of(new SeatPlan.Run(board.geometry().label(seat), legs)));
    }
    return new SeatPlan(passengers);
  }

  private int largestParty(BitSet matching) {
    return mustSitTogether()
        ? SeatGap.of(throughout(matching)).stream().mapToInt(SeatGap::length).max().orElse(0)
        : ChangingSeats.fewest(board, matching, legs);
  }

  private BitSet throughout(BitSet open) {
    BitSet throughout = (BitSet) free.clone();
    throughout.and(open);
    return throughout;
  }

  private boolean mustSitTogether() {
    return wish.together() == Together.REQUIRED;
  }
}
