package io.travelsuite.examples.seatmap;

import io.travelsuite.examples.seatmap.Sold.State;
import io.travelsuite.seat.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** What stands above the seats: what it is, how many there are, and what the colours mean. */
final class Legend {

  private static final double LEFT = 38;
  private static final double TITLE_Y = 36;
  private static final double COUNTS_Y = 58;
  private static final double COLOURS_Y = 82;
  private static final double LETTER = 7.2;

  private final SvgWriter svg;
  private final Colours colours;
  private final Sold sold;

  Legend(SvgWriter svg, Colours colours, Sold sold) {
    this.svg = svg;
    this.colours = colours;
    this.sold = sold;
  }

  /** What it takes at least. */
  double width(MapFile file) {
    double entries =
        entries(file).keySet().stream().mapToDouble(text -> text.length() * LETTER + 34).sum();
    return Math.max(entries, counts(file).length() * LETTER) + 2 * LEFT;
  }

  void draw(MapFile file) throws XMLStreamException {
    svg.text("text", file.name(), "x", LEFT, "y", TITLE_Y, "font-size", 22, "font-weight", "600");
    svg.text("text", counts(file), "x", LEFT, "y", COUNTS_Y, "font-size", 13, "fill", "#68788a");
    double x = LEFT;
    for (Map.Entry<String, String> entry : entries(file).entrySet()) {
      boolean ring = entry.getKey().equals(Seat.ACCESSIBLE);
      svg.empty(
          "rect",
          "x",
          x,
          "y",
          COLOURS_Y - 11,
          "width",
          14,
          "height",
          14,
          "rx",
          4,
          "fill",
          entry.getValue(),
          "stroke",
          ring ? "#1f4fa3" : "#aab4bf",
          "stroke-width",
          ring ? 2.5 : 0.5);
      svg.text("text", entry.getKey(), "x", x + 20, "y", COLOURS_Y, "font-size", 13);
      x += entry.getKey().length() * LETTER + 34;
    }
  }

  private String counts(MapFile file) {
    List<Seat> seats = file.map().seats();
    String unit = seats.size() == 1 ? " seat" : " seats";
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d", seats.size()));
    text.append(unit);
    for (State state : State.values()) {
      long count = seats.stream().filter(seat -> sold.state(seat.label()) == state).count();
      if (count > 0 && !sold.isNothing()) {
        text.append(String.format(Locale.ROOT, " · %,d %s", count, word(state)));
      }
    }
    file.areas().forEach(area -> text.append(" · ").append(area));
    return text.toString();
  }

  private Map<String, String> entries(MapFile file) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Seat seat : file.map().seats()) {
      String zone = seat.zone().isEmpty() ? word(State.FREE) : seat.zone();
      entries.put(colours.by() == Colours.By.ZONE ? zone : word(State.FREE), free(seat));
    }
    if (!sold.taken().isEmpty()) {
      entries.put(word(State.TAKEN), Colours.TAKEN);
    }
    if (!sold.blocked().isEmpty()) {
      entries.put(word(State.BLOCKED), Colours.BLOCKED);
    }
    if (file.map().seats().stream().anyMatch(seat -> seat.tags().contains(Seat.ACCESSIBLE))) {
      entries.put(Seat.ACCESSIBLE, "#ffffff");
    }
    return entries;
  }

  private String free(Seat seat) {
    return colours.free(seat.zone());
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
