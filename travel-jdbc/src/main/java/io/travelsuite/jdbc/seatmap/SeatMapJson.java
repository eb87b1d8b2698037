package io.travelsuite.jdbc.seatmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A seat map as JSON (RFC 8259):
 *
 * <pre>{@code
 * {
 *   "format": "travel-suite-seat-map-1",
 *   "seats": [
 *     {"label": "11", "zone": "Coach 2", "row": "1", "position": 0, "tags": ["window"], "x": 20, "y": 20},
 *     {"label": "12", "zone": "Coach 2", "row": "1", "position": 1, "x": 44, "y": 20}
 *   ]
 * }
 * }</pre>
 *
 * <p>The seats stand in the order of the map, the best first. Label and position must be there;
 * zone and row are empty, tags none, x and y 0 when left out. What each may be says {@link Seat}.
 * Nothing else may be there, so that a slip of the pen is not taken for a default.
 */
public final class SeatMapJson {

  /** What the field {@code format} says. */
  public static final String FORMAT = "travel-suite-seat-map-1";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Set<String> FIELDS = ordered("format", "seats");
  private static final Set<String> SEAT_FIELDS =
      ordered("label", "zone", "row", "position", "tags", "x", "y");
  private static final int MOST_SEATS = 10_000;

  private SeatMapJson() {}

  /**
   * Reads a map.
   *
   * @param json the document
   * @return the map
   * @throws SeatMapFormatException that names every problem with its JSON pointer and its value
   */
  public static SeatMap read(String json) {
    Problems problems = new Problems();
    Element document = Element.document(json, problems);
    problems.throwIfAny();
    document.expectObject(FIELDS);
    if (!document.at("format").text("").equals(FORMAT)) {
      document.at("format").problem("must be \"" + FORMAT + '"');
    }
    SeatList seats = new SeatList();
    List<Element> items = document.at("seats").items();
    items.forEach(item -> read(item, seats));
    if (items.isEmpty() || items.size() > MOST_SEATS) {
      problems.add("/seats", "must be a list of 1 to " + MOST_SEATS, items.size() + " seats");
    }
    problems.throwIfAny();
    return new SeatMap(seats.seats());
  }

  private static void read(Element item, SeatList seats) {
    item.expectObject(SEAT_FIELDS);
    item.at("label").expectPresent();
    item.at("position").expectPresent();
    Set<String> tags = tags(item);
    String label = item.at("label").text("");
    int position = item.at("position").wholeNumber(0);
    if (!label.isEmpty()) { // else it is reported already
      seats.add(
          item,
          () ->
              new Seat(
                  label,
                  item.at("zone").text(""),
                  item.at("row").text(""),
                  position,
                  tags,
                  item.at("x").number(0),
                  item.at("y").number(0)));
    }
  }

  private static Set<String> tags(Element item) {
    Set<String> tags = new TreeSet<>();
    for (Element tag : item.at("tags").items()) {
      String text = tag.text("reported");
      if (!tags.add(text)) {
        tag.problem("must not repeat a tag");
      }
    }
    return tags;
  }

  /**
   * Writes a map, one seat a line; {@link #read} reads it as the same map.
   *
   * @param map the map
   * @return the document, ending in a line feed
   */
  public static String write(SeatMap map) {
    String seats =
        map.seats().stream().map(SeatMapJson::line).collect(Collectors.joining(",\n    "));
    return "{\n  \"format\": \"" + FORMAT + "\",\n  \"seats\": [\n    " + seats + "\n  ]\n}\n";
  }

  /** What is as when left out is left out. */
  private static String line(Seat seat) {
    ObjectNode json = MAPPER.createObjectNode().put("label", seat.label());
    if (!seat.zone().isEmpty()) {
      json.put("zone", seat.zone());
    }
    if (!seat.row().isEmpty()) {
      json.put("row", seat.row());
    }
    json.put("position", seat.position());
    if (!seat.tags().isEmpty()) {
      seat.tags().forEach(json.putArray("tags")::add);
    }
    if (Double.compare(seat.x(), 0) != 0) {
      json.put("x", seat.x());
    }
    if (Double.compare(seat.y(), 0) != 0) {
      json.put("y", seat.y());
    }
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
