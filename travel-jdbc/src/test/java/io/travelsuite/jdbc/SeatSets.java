package io.travelsuite.jdbc;

import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be said of sets of seats of a small map, by looking at all of them. */
final class SeatSets {

  private final SeatMap map;

  SeatSets(SeatMap map) {
    this.map = map;
  }

  /** How a party is split; the better one comes first. */
  record Split(int groups, int alone, int rows, int zones) implements Comparable<Split> {

    /** One row, one zone, more: how many more does not count. */
    private int spread() {
      return rows == 1 ? 0 : zones == 1 ? 1 : 2;
    }

    @Override
    public int compareTo(Split other) {
      return Comparator.comparingInt(Split::groups)
          .thenComparingInt(Split::alone)
          .thenComparingInt(Split::spread)
          .compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Split split && compareTo(split) == 0;
    }

    @Override
    public int hashCode() {
      return groups;
    }
  }

  Split split(Set<Seat> seats) {
    List<Set<Seat>> groups = groups(seats);
    int alone = (int) groups.stream().filter(group -> group.size() == 1).count();
    int rows =
        (int) seats.stream().map(seat -> List.of(seat.zone(), seat.row())).distinct().count();
    int zones = (int) seats.stream().map(Seat::zone).distinct().count();
    return new Split(groups.size(), alone, rows, zones);
  }

  /** The seats parted into groups, each a chain of neighbours. */
  List<Set<Seat>> groups(Set<Seat> seats) {
    List<Set<Seat>> groups = new ArrayList<>();
    for (Seat seat : seats) {
      Set<Seat> group = new HashSet<>(Set.of(seat));
      List<Set<Seat>> others = new ArrayList<>();
      for (Set<Seat> known : groups) {
        if (known.stream().anyMatch(seat::isNeighbourOf)) {
          group.addAll(known);
        } else {
          others.add(known);
        }
      }
      others.add(group);
      groups = others;
    }
    return groups;
  }

  /** Every set of so many that sit side by side. */
  List<Set<Seat>> sideBySide(Set<Seat> from, int size) {
    return subsets(from, size).filter(some -> groups(some).size() == 1).toList();
  }

  /** How many single seats are left that were not alone before. */
  long orphans(Set<Seat> free, Set<Seat> taken) {
    Set<Seat> left = new HashSet<>(free);
    left.removeAll(taken);
    return alone(left)
        - alone(free)
        + free.stream().filter(s -> taken.contains(s) && isAlone(free, s)).count();
  }

  private static long alone(Set<Seat> seats) {
    return seats.stream().filter(seat -> isAlone(seats, seat)).count();
  }

  private static boolean isAlone(Set<Seat> seats, Seat seat) {
    return seats.stream().noneMatch(seat::isNeighbourOf);
  }

  long ranks(Set<Seat> seats) {
    return seats.stream().mapToLong(map.seats()::indexOf).sum();
  }

  Stream<Set<Seat>> subsets(Set<Seat> from, int size) {
    List<Seat> seats = List.copyOf(from);
    return IntStream.range(0, 1 << seats.size())
        .filter(bits -> Integer.bitCount(bits) == size)
        .mapToObj(bits -> subset(seats, bits));
  }

  private static Set<Seat> subset(List<Seat> seats, int bits) {
    Set<Seat> subset = new HashSet<>();
    for (int i = 0; i < seats.size(); i++) {
      if ((bits >> i & 1) == 1) {
        subset.add(seats.get(i));
      }
    }
    return subset;
  }

  /** The fewest changes of seats that a party can make, over all ways to sit on every leg. */
  int fewestChanges(List<Set<Seat>> freeByLeg, int party) {
    Map<Set<Seat>, Integer> fewest = new HashMap<>();
    subsets(freeByLeg.get(0), party).forEach(some -> fewest.put(some, 0));
    for (Set<Seat> free : freeByLeg.subList(1, freeByLeg.size())) {
      Map<Set<Seat>, Integer> before = Map.copyOf(fewest);
      fewest.clear();
      subsets(free, party).forEach(some -> fewest.put(some, fewestTo(some, before)));
    }
    return fewest.values().stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  private static int fewestTo(Set<Seat> some, Map<Set<Seat>, Integer> before) {
    int fewest = Integer.MAX_VALUE;
    for (Map.Entry<Set<Seat>, Integer> earlier : before.entrySet()) {
      int moved = (int) some.stream().filter(seat -> !earlier.getKey().contains(seat)).count();
      fewest = Math.min(fewest, earlier.getValue() + moved);
    }
    return fewest;
  }
}
