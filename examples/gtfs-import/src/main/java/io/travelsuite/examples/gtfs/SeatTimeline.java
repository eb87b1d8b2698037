package io.travelsuite.examples.gtfs;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who sits where from stop to stop on one departure. No two bars of a seat may share a leg: what
 * would be a double sale is refused, not drawn.
 *
 * @param title what the picture is of
 * @param stops the names of the stops, in order, two or more
 * @param seats the labels of the seats, in order, each once
 * @param bars the booked runs of legs
 */
record SeatTimeline(String title, List<String> stops, List<String> seats, List<Bar> bars) {

  /**
   * @throws IllegalArgumentException when a bar's seat or stops do not exist, or bars of a seat
   *     overlap
   */
  SeatTimeline {
    stops = List.copyOf(stops);
    seats = List.copyOf(seats);
    bars = List.copyOf(bars);
    require(stops.size() >= 2, "stops must be two or more, were: " + stops);
    Set<String> known = new HashSet<>(seats);
    require(known.size() == seats.size(), "seats must each be given once, were: " + seats);
    Map<String, Bar> last = new LinkedHashMap<>();
    for (Bar bar : bars.stream().sorted(Comparator.comparingInt(Bar::from)).toList()) {
      require(known.contains(bar.seat()), "the seat must be one of seats, was: " + bar);
      require(bar.from() >= 0, "from must not be negative, was: " + bar);
      require(bar.from() < bar.to(), "from must be before to, was: " + bar);
      require(bar.to() < stops.size(), "to must be a stop from 0, was: " + bar);
      Bar before = last.put(bar.seat(), bar);
      require(
          before == null || before.to() <= bar.from(),
          "bars must not overlap, did: " + before + " and " + bar);
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * A seat's booking over a run of legs.
   *
   * @param seat the seat's label
   * @param from the stop where it begins, which is also its first leg; from 0
   * @param to the stop where it ends, after {@code from}; its last leg is {@code to - 1}
   * @param label what the bar shows, the booking's reference
   * @param colourKey bars with the same key have the same colour, which the legend explains
   */
  record Bar(String seat, int from, int to, String label, String colourKey) {}

  /** The keys of the colours, in order of first use. */
  List<String> colourKeys() {
    return bars.stream().map(Bar::colourKey).distinct().toList();
  }

  /** How many legs there are. */
  int legs() {
    return stops.size() - 1;
  }
}
