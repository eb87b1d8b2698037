package io.travelsuite.examples.seatmap;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Seats that are drawn on one sheet, and what is written above it.
 *
 * @param title what it is, or empty
 */
record Panel(String title, List<Spot> spots) {

  double left() {
    return least(Spot::x);
  }

  double top() {
    return least(Spot::y);
  }

  double width() {
    return -least(spot -> -spot.x()) - left();
  }

  double height() {
    return -least(spot -> -spot.y()) - top();
  }

  /** The same with its upper left seat elsewhere. */
  Panel at(double x, double y) {
    double right = x - left();
    double down = y - top();
    return new Panel(title, spots.stream().map(spot -> spot.moved(right, down)).toList());
  }

  Panel scaled(double factor) {
    return new Panel(title, spots.stream().map(spot -> spot.scaled(factor)).toList());
  }

  private double least(ToDoubleFunction<Spot> of) {
    return spots.stream().mapToDouble(of).min().orElseThrow();
  }
}
