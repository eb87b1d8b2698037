package io.travelsuite.jdbc;

import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seat map as numbers, made once a map and safe to share: each seat has an index, neighbours have
 * consecutive ones, and between two seats of a row that are no neighbours, and before and after
 * every row, is an index without a seat. Side by side is thus a run of bits, and nothing else.
 */
final class SeatGeometry {

  private final Map<String, Integer> indexes = new HashMap<>();
  private final String[] labels;
  private final int[] ranks;
  private final long[] ranksBefore;
  private final int[] rows;
  private final int[] zones;
  private final BitSet seats = new BitSet();
  private final Map<String, BitSet> byZone = new HashMap<>();
  private final Map<String, BitSet> byTag = new HashMap<>();

  /** A seat and its place in the order of the map. */
  private record Ranked(Seat seat, int rank) {}

  private SeatGeometry(int seatCount) {
    int most = 2 * seatCount + 2; // every seat for itself
    labels = new String[most];
    ranks = new int[most];
    ranksBefore = new long[most];
    rows = new int[most];
    zones = new int[most];
  }

  static SeatGeometry of(SeatMap map) {
    SeatGeometry geometry = new SeatGeometry(map.seats().size());
    geometry.place(rowsByZone(map));
    return geometry;
  }

  /** Zones and rows in the order in which they first come, each row from end to end. */
  private static Map<String, Map<String, List<Ranked>>> rowsByZone(SeatMap map) {
    Map<String, Map<String, List<Ranked>>> zones = new LinkedHashMap<>();
    for (int rank = 0; rank < map.seats().size(); rank++) {
      Seat seat = map.seats().get(rank);
      zones
          .computeIfAbsent(seat.zone(), zone -> new LinkedHashMap<>())
          .computeIfAbsent(seat.row(), row -> new ArrayList<>())
          .add(new Ranked(seat, rank));
    }
    return zones;
  }

  private void place(Map<String, Map<String, List<Ranked>>> rowsByZone) {
    int index = 1;
    int zone = 0;
    int row = 0;
    for (Map<String, List<Ranked>> zoneRows : rowsByZone.values()) {
      for (List<Ranked> seatsOfRow : zoneRows.values()) {
        seatsOfRow.sort(Comparator.comparingInt(ranked -> ranked.seat().position()));
        Seat before = null;
        for (Ranked ranked : seatsOfRow) {
          index += before != null && !before.isNeighbourOf(ranked.seat()) ? 1 : 0;
          rows[index] = row;
          zones[index] = zone;
          place(ranked, index++);
          before = ranked.seat();
        }
        index++;
        row++;
      }
      zone++;
    }
    for (int i = 1; i < ranksBefore.length; i++) {
      ranksBefore[i] = ranksBefore[i - 1] + ranks[i - 1];
    }
  }

  private void place(Ranked ranked, int index) {
    Seat seat = ranked.seat();
    indexes.put(seat.label(), index);
    labels[index] = seat.label();
    ranks[index] = ranked.rank();
    seats.set(index);
    byZone.computeIfAbsent(seat.zone(), zone -> new BitSet()).set(index);
    for (String tag : seat.tags()) {
      byTag.computeIfAbsent(tag, any -> new BitSet()).set(index);
    }
  }

  /** The index of a seat, or null when the map does not have it. */
  @Nullable Integer index(String label) {
    return indexes.get(label);
  }

  /** Whether these seats, in this order, are side by side. */
  boolean sideBySide(List<String> inOrder) {
    for (int i = 1; i < inOrder.size(); i++) {
      Integer before = index(inOrder.get(i - 1));
      Integer after = index(inOrder.get(i));
      if (before == null || after == null || after != before + 1) {
        return false;
      }
    }
    return true;
  }

  String label(int index) {
    return labels[index];
  }

  /** How many seats of the map are better. */
  int rank(int index) {
    return ranks[index];
  }

  /** The ranks of seats side by side, added up. */
  long ranks(int from, int count) {
    return ranksBefore[from + count] - ranksBefore[from];
  }

  /** The number of its row, no two rows of the map having the same. */
  int row(int index) {
    return rows[index];
  }

  int zone(int index) {
    return zones[index];
  }

  /** All seats; the caller's own copy. */
  BitSet seats() {
    return (BitSet) seats.clone();
  }

  /** The seats that a wish's zone and tags are true of; the caller's own copy. */
  BitSet matching(SeatWish wish) {
    BitSet matching = seats();
    if (wish.zone() != null) {
      matching.and(byZone.getOrDefault(wish.zone(), new BitSet()));
    }
    for (String tag : wish.tags()) {
      matching.and(byTag.getOrDefault(tag, new BitSet()));
    }
    return matching;
  }

  /** The seats without a tag; the caller's own copy. */
  BitSet without(String tag) {
    BitSet others = seats();
    others.andNot(byTag.getOrDefault(tag, new BitSet()));
    return others;
  }
}
