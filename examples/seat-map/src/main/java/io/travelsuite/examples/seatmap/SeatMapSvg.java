package io.travelsuite.examples.seatmap;

import io.travelsuite.examples.seatmap.Sold.State;
import io.travelsuite.seat.Seat;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Draws a map as SVG: every seat a square with its label, and who may have it by its colour. */
final class SeatMapSvg {

  private static final String MUTED = "#68788a";
  private static final String ACCESSIBLE = "#1f4fa3";
  private static final double HEADER = 96;
  private static final double READABLE = 16;

  private final Drawing drawing;
  private final Sold sold;
  private final Colours colours;
  private final SvgWriter svg;

  private SeatMapSvg(Drawing drawing, Sold sold, Colours colours, SvgWriter svg) {
    this.drawing = drawing;
    this.sold = sold;
    this.colours = colours;
    this.svg = svg;
  }

  /** The whole picture, an XML document. */
  static String draw(MapFile file, Sold sold, Colours.By by) {
    StringWriter out = new StringWriter();
    try {
      Drawing drawing = Drawing.of(file.map());
      SvgWriter svg = new SvgWriter(out);
      new SeatMapSvg(drawing, sold, new Colours(by), svg).draw(file);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a string takes everything
    }
    return out + "\n";
  }

  private void draw(MapFile file) throws XMLStreamException {
    Legend legend = new Legend(svg, colours, sold);
    double width = Math.max(drawing.width(), legend.width(file));
    svg.begin(width, drawing.height() + HEADER);
    legend.draw(file);
    svg.group("transform", "translate(0 " + HEADER + ")");
    for (Panel panel : drawing.panels()) {
      drawPanel(panel);
    }
    svg.endGroup();
    svg.end();
  }

  private void drawPanel(Panel panel) throws XMLStreamException {
    double edge = Drawing.MARGIN - 8;
    svg.empty(
        "rect",
        "x",
        panel.left() - edge,
        "y",
        panel.top() - edge,
        "width",
        panel.width() + 2 * edge,
        "height",
        panel.height() + 2 * edge,
        "rx",
        14,
        "fill",
        "#f4f6f8");
    for (Panel zone : Rows.zones(panel.spots())) {
      drawZone(zone);
    }
  }

  private void drawZone(Panel zone) throws XMLStreamException {
    double top = zone.top();
    for (List<Spot> row : Rows.of(zone.spots())) {
      for (Spot spot : row) {
        drawSeat(spot);
      }
      if (row.size() > 1 && drawing.pitch() >= READABLE) {
        Spot name = before(row);
        write(name.seat().row(), name.x(), name.y(), MUTED);
        top = Math.min(top, name.y());
      }
    }
    double y = top - drawing.pitch() * 0.5 - 7;
    svg.text(
        "text",
        zone.title(),
        "x",
        zone.left() - drawing.pitch() * 0.41,
        "y",
        y,
        "font-size",
        13,
        "font-weight",
        "600");
  }

  /** Where another seat would be at the beginning of a row. */
  private Spot before(List<Spot> row) {
    Spot first = row.get(0);
    double away = drawing.pitch() / first.distance(row.get(1));
    double right = (first.x() - row.get(1).x()) * away;
    double down = (first.y() - row.get(1).y()) * away;
    return first.moved(right, down);
  }

  private void drawSeat(Spot spot) throws XMLStreamException {
    Seat seat = spot.seat();
    State state = sold.state(seat.label());
    svg.group("class", "seat", "data-seat", seat.label(), "data-state", state);
    svg.text("title", hint(seat, state));
    square(spot, state);
    if (state == State.BLOCKED) {
      cross(spot);
    } else if (drawing.pitch() >= READABLE) {
      String shown = seat.label().substring(seat.label().lastIndexOf('-') + 1);
      write(shown, spot.x(), spot.y(), state == State.TAKEN ? MUTED : "#ffffff");
    }
    svg.endGroup();
  }

  private void square(Spot spot, State state) throws XMLStreamException {
    double size = drawing.pitch() * 0.82;
    String fill =
        switch (state) {
          case FREE -> colours.free(spot.seat().zone());
          case TAKEN -> Colours.TAKEN;
          case BLOCKED -> Colours.BLOCKED;
        };
    boolean accessible = spot.seat().tags().contains(Seat.ACCESSIBLE);
    String line = accessible ? ACCESSIBLE : state == State.BLOCKED ? "#aab4bf" : "none";
    svg.empty(
        "rect",
        "x",
        spot.x() - size / 2,
        "y",
        spot.y() - size / 2,
        "width",
        size,
        "height",
        size,
        "rx",
        size * 0.26,
        "fill",
        fill,
        "stroke",
        line,
        "stroke-width",
        accessible ? 2.5 : 1.0);
  }

  private void cross(Spot spot) throws XMLStreamException {
    double arm = drawing.pitch() * 0.2;
    for (double slope : new double[] {arm, -arm}) {
      svg.empty(
          "line",
          "x1",
          spot.x() - arm,
          "y1",
          spot.y() - slope,
          "x2",
          spot.x() + arm,
          "y2",
          spot.y() + slope,
          "stroke",
          "#aab4bf",
          "stroke-width",
          1.5);
    }
  }

  private void write(String text, double x, double y, String colour) throws XMLStreamException {
    double room = drawing.pitch() * 0.74;
    double size = Math.min(drawing.pitch() * 0.42, room / (0.58 * Math.max(1, text.length())));
    svg.text(
        "text",
        text,
        "x",
        x,
        "y",
        y + size * 0.36,
        "font-size",
        size,
        "text-anchor",
        "middle",
        "fill",
        colour);
  }

  private static String hint(Seat seat, State state) {
    String where = (seat.zone() + " " + seat.row()).strip();
    String tags = seat.tags().isEmpty() ? "" : "; " + String.join(", ", seat.tags());
    return seat.label() + (where.isEmpty() ? "" : " (" + where + ")") + ": " + state + tags;
  }
}
