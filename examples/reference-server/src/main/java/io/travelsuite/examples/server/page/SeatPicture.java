package io.travelsuite.examples.server.page;

import io.travelsuite.examples.server.shop.Checkout;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.SeatAvailability;
import io.travelsuite.seat.Seat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A seat map as it is drawn: each seat a box of 44 points, which is what a finger hits.
 *
 * @param size of the whole picture
 * @param spots the seats
 * @param free how many can be had
 */
record SeatPicture(Size size, List<Spot> spots, long free) {

  private static final int BOX = 44;
  private static final int APART = 50;
  private static final int MARGIN = 16;

  /** Above the first row, for the front of the vehicle. */
  private static final int FRONT = 56;

  /** Seats without a place are drawn so many a line. */
  private static final int A_LINE = 8;

  /**
   * A size.
   *
   * @param width in points
   * @param height in points
   */
  record Size(int width, int height) {}

  /**
   * What is around the seats.
   *
   * @param width in points
   * @param height in points
   * @param front a path: the line between the front and the seats
   */
  record Hull(int width, int height, String front) {}

  /** {@return what is around the seats} */
  Hull hull() {
    int right = size.width() - 14;
    String front = "M14 40Q" + size.width() / 2 + " 26 " + right + " 40";
    return new Hull(size.width() - 4, size.height() - 4, front);
  }

  /**
   * A seat.
   *
   * @param label its label
   * @param x of its left edge
   * @param y of its upper edge
   * @param said what those hear who don't see it
   * @param taken whether it can't be had
   * @param chosen whether it is ticked
   */
  record Spot(String label, int x, int y, String said, boolean taken, boolean chosen) {}

  static SeatPicture of(List<SeatAvailability> seats, LegRange legs, Collection<String> chosen) {
    boolean placed = seats.stream().anyMatch(one -> one.seat().x() != 0 || one.seat().y() != 0);
    double scale = placed ? APART / nearest(seats) : 1;
    double left = seats.stream().mapToDouble(one -> one.seat().x()).min().orElse(0);
    double top = seats.stream().mapToDouble(one -> one.seat().y()).min().orElse(0);
    List<Spot> spots = new ArrayList<>();
    for (SeatAvailability one : seats) {
      int column = spots.size() % A_LINE;
      int line = spots.size() / A_LINE;
      double x = placed ? (one.seat().x() - left) * scale : column * (double) APART;
      double y = placed ? (one.seat().y() - top) * scale : line * (double) APART;
      boolean taken = !one.isFree(legs, Checkout.CHANNEL);
      String label = one.seat().label();
      spots.add(
          new Spot(
              label,
              MARGIN + (int) Math.round(x),
              FRONT + (int) Math.round(y),
              said(one.seat()),
              taken,
              !taken && chosen.contains(label)));
    }
    return new SeatPicture(
        size(spots), spots, spots.stream().filter(spot -> !spot.taken()).count());
  }

  /** How far apart neighbours are. */
  private static double nearest(List<SeatAvailability> seats) {
    double nearest = Double.MAX_VALUE;
    Seat before = null;
    for (SeatAvailability one : seats) {
      Seat seat = one.seat();
      if (before != null && before.isNeighbourOf(seat)) {
        double apart = Math.hypot(seat.x() - before.x(), seat.y() - before.y());
        nearest = apart > 0 ? Math.min(nearest, apart) : nearest;
      }
      before = seat;
    }
    return nearest == Double.MAX_VALUE ? APART : nearest;
  }

  private static Size size(List<Spot> spots) {
    return new Size(
        spots.stream().mapToInt(Spot::x).max().orElse(0) + BOX + MARGIN,
        spots.stream().mapToInt(Spot::y).max().orElse(0) + BOX + MARGIN);
  }

  private static String said(Seat seat) {
    String special = String.join(", ", seat.tags().stream().sorted().toList());
    return "Seat " + seat.label() + (special.isEmpty() ? "" : ", " + special);
  }

  /** {@return the seats that can't be had, as a list of JSON: labels hold no control characters} */
  static String takenJson(List<SeatAvailability> seats, LegRange legs) {
    StringBuilder json = new StringBuilder("[");
    for (SeatAvailability one : seats) {
      if (!one.isFree(legs, Checkout.CHANNEL)) {
        String label = one.seat().label().replace("\\", "\\\\").replace("\"", "\\\"");
        json.append(json.length() == 1 ? "\"" : ",\"").append(label).append('"');
      }
    }
    return json.append(']').toString();
  }
}
