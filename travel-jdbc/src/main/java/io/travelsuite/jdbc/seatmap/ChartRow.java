package io.travelsuite.jdbc.seatmap;

import java.util.ArrayList;
import java.util.List;

/** Where the seats of a row stand, and how they are counted across it. */
final class ChartRow {

  /** A seat this much farther away than the closest neighbours are is across an aisle. */
  private static final double AISLE = 1.5;

  private final List<ChartPart.Point> points;

  ChartRow(List<Element> seats, ChartPart part) {
    points =
        seats.stream()
            .map(
                seat ->
                    new ChartPart.Point(
                        part.x() + seat.at("x").number(0), part.y() + seat.at("y").number(0)))
            .toList();
  }

  /** Where a seat stands: in its row, and on the chart. */
  record Place(int position, ChartPart.Point point) {}

  /** The places from this position on; an aisle takes a position too. */
  List<Place> places(int first) {
    double closest = closest();
    List<Place> places = new ArrayList<>();
    int position = first;
    for (int i = 0; i < points.size(); i++) {
      position += i > 0 && distanceBefore(i) > AISLE * closest ? 1 : 0;
      places.add(new Place(position++, points.get(i)));
    }
    return places;
  }

  private double closest() {
    double closest = Double.MAX_VALUE;
    for (int i = 1; i < points.size(); i++) {
      double distance = distanceBefore(i);
      closest = distance > 0 ? Math.min(closest, distance) : closest;
    }
    return closest;
  }

  private double distanceBefore(int seat) {
    ChartPart.Point before = points.get(seat - 1);
    return before.distance(points.get(seat).x(), points.get(seat).y());
  }
}
