package io.travelsuite.examples.seatmap;

import io.travelsuite.seat.Seat;

/**
 * A seat on the picture.
 *
 * @param x of its centre, in pixels
 * @param y of its centre
 */
record Spot(Seat seat, double x, double y) {

  /** As on the map. */
  static Spot of(Seat seat) {
    return new Spot(seat, seat.x(), seat.y());
  }

  double distance(Spot other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  Spot moved(double right, double down) {
    return new Spot(seat, x + right, y + down);
  }

  Spot scaled(double factor) {
    return new Spot(seat, x * factor, y * factor);
  }
}
