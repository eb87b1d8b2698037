package io.travelsuite.examples.seatmap;

import io.travelsuite.seat.Seat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Seats by zone and row. */
final class Rows {

  private Rows() {}

  /** The zones in the order in which they first come. */
  static Collection<Panel> zones(List<Spot> spots) {
    Map<String, List<Spot>> zones = new LinkedHashMap<>();
    for (Spot spot : spots) {
      zones.computeIfAbsent(spot.seat().zone(), zone -> new ArrayList<>()).add(spot);
    }
    return zones.entrySet().stream().map(e -> new Panel(e.getKey(), e.getValue())).toList();
  }

  /** The rows of one zone in the order in which they first come, each from end to end. */
  static Collection<List<Spot>> of(List<Spot> spots) {
    Map<String, List<Spot>> rows = new LinkedHashMap<>();
    for (Spot spot : spots) {
      rows.computeIfAbsent(spot.seat().row(), row -> new ArrayList<>()).add(spot);
    }
    rows.values().forEach(row -> row.sort(Comparator.comparingInt(s -> s.seat().position())));
    return rows.values();
  }

  /** How close the closest neighbours are; NaN where two seats lie on each other. */
  static double pitch(List<Spot> spots) {
    Set<List<Double>> points = new HashSet<>();
    spots.forEach(spot -> points.add(List.of(spot.x(), spot.y())));
    if (points.size() < spots.size()) {
      return Double.NaN;
    }
    double pitch = Double.NaN;
    for (Panel zone : zones(spots)) {
      for (List<Spot> row : of(zone.spots())) {
        for (int i = 1; i < row.size(); i++) {
          double distance = row.get(i).distance(row.get(i - 1));
          pitch = distance < pitch || Double.isNaN(pitch) ? distance : pitch;
        }
      }
    }
    return pitch;
  }

  /** Places for seats whose own cannot be drawn: each zone a block, each row a line, 1 apart. */
  static List<Spot> lines(List<Seat> seats) {
    List<Spot> lines = new ArrayList<>();
    int y = 0;
    for (Panel zone : zones(seats.stream().map(Spot::of).toList())) {
      for (List<Spot> row : of(zone.spots())) {
        for (Spot spot : row) {
          lines.add(new Spot(spot.seat(), spot.seat().position(), y));
        }
        y++;
      }
      y += 2;
    }
    return lines;
  }
}
