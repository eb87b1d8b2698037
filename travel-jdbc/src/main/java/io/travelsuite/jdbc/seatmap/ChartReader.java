package io.travelsuite.jdbc.seatmap;

import io.travelsuite.jdbc.seatmap.ChartPart.Point;
import io.travelsuite.jdbc.seatmap.SeatsIoChart.Area;
import io.travelsuite.seat.SeatMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through a chart: floors, sections, and what is sold in them. */
final class ChartReader {

  private static final int MOST_SEATS = 10_000;
  private static final double BETWEEN_FLOORS = 50;

  private final Element chart;
  private final ChartCategories categories;
  private final Map<String, Point> zones = new HashMap<>();
  private final ChartSeats seats;
  private final List<Area> areas = new ArrayList<>();
  private final Set<String> areaLabels = new HashSet<>();

  ChartReader(Element chart) {
    this.chart = chart;
    categories = new ChartCategories(chart);
    seats = new ChartSeats(categories);
  }

  SeatsIoChart read() {
    for (Element zone : chart.at("zones").at("list").items()) {
      Point focus = point(zone.at("focalPoint"), 0, 0);
      if (focus != null) {
        zones.put(zone.at("key").key(), focus);
      }
    }
    List<Element> floors = chart.at("subChartFloors").items();
    if (!floors.isEmpty()) {
      readFloors(floors);
    } else if (chart.at("subChart").isAbsent()) {
      chart.at("subChart").problem("must be there, or subChartFloors");
    } else {
      readPart(chart.at("subChart"), ChartPart.floor("", 0));
    }
    return new SeatsIoChart(chart.at("name").text(""), seatMap(), areas, categories.all());
  }

  /** The seats read so far; none when something is wrong, which is told then. */
  private @Nullable SeatMap seatMap() {
    int count = seats.count();
    if (count > MOST_SEATS) {
      chart.problems().add("", "must have at most " + MOST_SEATS + " seats", count + " seats");
    }
    return count == 0 || count > MOST_SEATS ? null : new SeatMap(seats.bestFirst());
  }

  private void readFloors(List<Element> floors) {
    double y = 0;
    for (Element floor : floors) {
      String name = floor.at("floorDisplayName").text(floor.at("floorName").text(""));
      readPart(floor, ChartPart.floor(name, y));
      y += floor.at("height").number(0) + BETWEEN_FLOORS;
    }
  }

  private void readPart(Element subChart, ChartPart outer) {
    Point focus = point(subChart.at("focalPoint"), outer.x(), outer.y());
    ChartPart part = focus == null ? outer : outer.focus(focus);
    subChart.at("rows").items().forEach(row -> seats.readRow(row, part));
    subChart.at("tables").items().forEach(table -> seats.readTable(table, part));
    subChart.at("generalAdmissionAreas").items().forEach(area -> readArea(area, part));
    subChart.at("booths").items().forEach(booth -> addArea(booth, part, 1));
    subChart.at("sections").items().forEach(section -> readSection(section, part));
  }

  private void readSection(Element section, ChartPart outer) {
    String label = ChartSeats.label(section);
    String zone = section.at("zone").key();
    String category = section.at("categoryKey").key();
    Point focus = zones.getOrDefault(zone, outer.focus());
    ChartPart part =
        new ChartPart(
            label,
            label,
            category.isEmpty() ? outer.category() : category,
            zone.isEmpty() ? Set.of() : Set.of(ChartCategories.tag("zone", zone)),
            outer.x() + section.at("topLeft").at("x").number(0),
            outer.y() + section.at("topLeft").at("y").number(0),
            focus);
    readPart(section.at("subChart"), part);
  }

  private void readArea(Element area, ChartPart part) {
    int capacity = area.at("capacity").wholeNumber(0);
    if (capacity < 1) {
      area.at("capacity").problem("must be at least 1");
    }
    addArea(area, part, capacity);
  }

  private void addArea(Element area, ChartPart part, int capacity) {
    String label = part.label(ChartSeats.label(area));
    if (!areaLabels.add(label)) {
      area.at("label").problem("must not repeat the label of another area");
    }
    areas.add(new Area(label, part.zone(), categories.tagOf(area, part), capacity));
  }

  private static @Nullable Point point(Element point, double x, double y) {
    return point.isAbsent()
        ? null
        : new Point(x + point.at("x").number(0), y + point.at("y").number(0));
  }
}
