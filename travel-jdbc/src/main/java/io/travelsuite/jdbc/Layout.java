package io.travelsuite.jdbc;

import io.travelsuite.inventory.Stop;
import io.travelsuite.seat.SeatMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an occurrence is made of, shared by all that are made alike.
 *
 * @param stops its stops, or none
 * @param seats the labels of each pool's seats, by pool in their order, empty for a pool without
 * @param maps the seat map of each pool that has one
 * @param geometries how the seats of each pool that has any lie
 */
record Layout(
    List<Stop> stops,
    Map<String, Set<String>> seats,
    Map<String, SeatMap> maps,
    Map<String, SeatGeometry> geometries) {

  /** What it costs to keep, in rough multiples of a label. */
  int weight() {
    int labels = seats.values().stream().mapToInt(Set::size).sum();
    return 10 + labels + stops.size() + seats.size();
  }

  List<String> stopCodes() {
    return stops.stream().map(Stop::code).toList();
  }

  List<String> pools() {
    return List.copyOf(seats.keySet());
  }

  int legs() {
    return Math.max(1, stops.size() - 1);
  }
}
