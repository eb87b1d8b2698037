package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.gtfs.SeatTimeline.Bar;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Draws a {@link SeatTimeline} as an <a href="https://www.w3.org/TR/SVG11/">SVG</a> picture: seats
 * down, legs across, all equally wide, a bar a booking. The same timeline gives the same text.
 */
final class SeatTimelineSvg {

  private static final int LEG = 24;
  private static final int ROW = 16;
  private static final int MARGIN = 16;
  private static final int TITLE = 34;

  /** What a character takes, in a font of that size: a generous mean of sans-serif ones. */
  private static final double CHARACTER = 0.6;

  private static final int SMALL = 9;
  private static final int NORMAL = 11;

  /** Slanted stop names go up by this part of their length, and right by about the same. */
  private static final double SLANT = Math.sin(Math.toRadians(50));

  /** Light enough for dark text, and told apart by colour-blind readers, by brightness too. */
  private static final List<String> COLOURS =
      List.of(
          "#8ecae6", "#f4b860", "#9bd1a4", "#e5989b", "#c8b6e2", "#f1e189", "#c9ada7", "#7fc8c2");

  private final SeatTimeline timeline;
  private final List<String> keys;
  private final int left;
  private final int top;

  private SeatTimelineSvg(SeatTimeline timeline) {
    this.timeline = timeline;
    this.keys = timeline.colourKeys();
    this.left = MARGIN + width(timeline.seats(), NORMAL) + 8;
    this.top = TITLE + MARGIN + (int) (width(timeline.stops(), NORMAL) * SLANT);
  }

  /** The picture, as the text of an SVG file in UTF-8. */
  static String of(SeatTimeline timeline) {
    StringWriter text = new StringWriter();
    try {
      SvgWriter svg = new SvgWriter(text);
      new SeatTimelineSvg(timeline).draw(svg);
      svg.end();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a picture kept in memory", e);
    }
    return text.toString();
  }

  private void draw(SvgWriter svg) throws XMLStreamException {
    int overhang = (int) (width(timeline.stops(), NORMAL) * SLANT);
    int width = x(timeline.legs()) + overhang + MARGIN;
    svg.begin(width, y(timeline.seats().size()) + MARGIN + 2 * ROW);
    svg.text(MARGIN, TITLE - 8, 18, timeline.title());
    drawGrid(svg);
    for (Bar bar : timeline.bars()) {
      drawBar(svg, bar);
    }
    drawLegend(svg);
  }

  private void drawGrid(SvgWriter svg) throws XMLStreamException {
    for (int row = 0; row < timeline.seats().size(); row++) {
      if (row % 2 == 0) {
        svg.stripe(left, y(row), x(timeline.legs()) - left, ROW);
      }
      svg.text(MARGIN, y(row) + ROW - 4, NORMAL, timeline.seats().get(row));
    }
    for (int stop = 0; stop < timeline.stops().size(); stop++) {
      svg.line(x(stop), top - 4, y(timeline.seats().size()));
      svg.slanted(x(stop), top - 7, NORMAL, timeline.stops().get(stop));
    }
  }

  private void drawBar(SvgWriter svg, Bar bar) throws XMLStreamException {
    int row = timeline.seats().indexOf(bar.seat());
    int width = x(bar.to()) - x(bar.from()) - 2;
    svg.beginBar(bar.label());
    svg.hint(
        "%s: %s – %s, %s (%s)"
            .formatted(
                bar.seat(),
                timeline.stops().get(bar.from()),
                timeline.stops().get(bar.to()),
                bar.label(),
                bar.colourKey()));
    svg.box(x(bar.from()) + 1, y(row) + 1, width, colour(bar.colourKey()));
    if (width(List.of(bar.label()), SMALL) + 4 <= width) {
      svg.text(x(bar.from()) + 4, y(row) + SvgWriter.BAR - 2, SMALL, bar.label());
    }
    svg.endBar();
  }

  private void drawLegend(SvgWriter svg) throws XMLStreamException {
    int x = left;
    int y = y(timeline.seats().size()) + ROW;
    for (String key : keys) {
      svg.box(x, y, LEG, colour(key));
      svg.text(x + LEG + 5, y + SvgWriter.BAR - 2, NORMAL, key);
      x += LEG + 5 + width(List.of(key), NORMAL) + MARGIN;
    }
  }

  private String colour(String key) {
    return COLOURS.get(keys.indexOf(key) % COLOURS.size());
  }

  private int x(int stop) {
    return left + stop * LEG;
  }

  private int y(int row) {
    return top + row * ROW;
  }

  private static int width(List<String> texts, int size) {
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    return (int) Math.ceil(longest * size * CHARACTER);
  }
}
