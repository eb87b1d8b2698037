package io.travelsuite.examples.seatmap;

import io.travelsuite.seat.SeatMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where all is on the picture. On one sheet as the map has it; where seats would be too small then,
 * or lost in an empty picture, a sheet for each zone, side by side as many as fit.
 *
 * @param panels the sheets
 * @param pitch how far neighbours are apart, in pixels
 */
record Drawing(List<Panel> panels, double pitch) {

  /** Around every sheet, for the names of rows and zones. */
  static final double MARGIN = 70;

  private static final double WIDEST = 1_500;
  private static final double BEST_PITCH = 28;
  private static final double LEAST_PITCH = 9;

  /** So much room a seat, in squares of the pitch, means that zones lie far from each other. */
  private static final double SPARSE = 50;

  static Drawing of(SeatMap map) {
    List<Spot> spots = map.seats().stream().map(Spot::of).toList();
    double mapPitch = Rows.pitch(spots);
    if (Double.isNaN(mapPitch)) {
      spots = Rows.lines(map.seats());
      mapPitch = 1;
    }
    Panel whole = new Panel("", spots);
    double pitch = pitch(whole.width() / mapPitch);
    double room = whole.width() * whole.height() / (mapPitch * mapPitch);
    Collection<Panel> zones = Rows.zones(spots);
    if (zones.size() > 1 && (pitch < LEAST_PITCH || room / spots.size() > SPARSE)) {
      return flowing(zones, mapPitch);
    }
    return new Drawing(List.of(whole.scaled(pitch / mapPitch).at(MARGIN, MARGIN)), pitch);
  }

  private static double pitch(double seatsWide) {
    return Math.min(BEST_PITCH, WIDEST / Math.max(1, seatsWide));
  }

  private static Drawing flowing(Collection<Panel> zones, double mapPitch) {
    double widest = zones.stream().mapToDouble(Panel::width).max().orElseThrow();
    double pitch = pitch(2 * widest / mapPitch);
    List<Panel> placed = new ArrayList<>();
    double x = MARGIN;
    double y = MARGIN;
    double lineHeight = 0;
    for (Panel zone : zones) {
      Panel panel = zone.scaled(pitch / mapPitch);
      if (x > MARGIN && x + panel.width() > WIDEST + 2 * MARGIN) {
        x = MARGIN;
        y += lineHeight + 2 * MARGIN;
        lineHeight = 0;
      }
      placed.add(panel.at(x, y));
      x += panel.width() + 2 * MARGIN;
      lineHeight = Math.max(lineHeight, panel.height());
    }
    return new Drawing(placed, pitch);
  }

  double width() {
    return panels.stream().mapToDouble(p -> p.left() + p.width()).max().orElseThrow() + MARGIN;
  }

  double height() {
    return panels.stream().mapToDouble(p -> p.top() + p.height()).max().orElseThrow() + MARGIN;
  }
}
