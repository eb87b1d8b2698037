package io.travelsuite.jdbc.seatmap;

import io.travelsuite.seat.Seat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The seats of a chart's rows and tables. */
final class ChartSeats {

  /** What seats.io calls something that has no label yet. */
  private static final String UNLABELLED = "?";

  private static final Map<String, String> TAGS_BY_FLAG =
      Map.of(
          "accessible", Seat.ACCESSIBLE,
          "companionSeat", "companion",
          "restrictedView", "restricted-view",
          "semiAmbulatorySeat", "semi-ambulatory");

  private final ChartCategories categories;
  private final SeatList seats = new SeatList();
  private final Map<String, Double> distances = new HashMap<>();
  private final Map<RowName, Integer> positionsUsed = new HashMap<>();

  private record RowName(String zone, String row) {}

  ChartSeats(ChartCategories categories) {
    this.categories = categories;
  }

  int count() {
    return seats.seats().size();
  }

  /** The closest to the focal points first; those of one distance as the chart has them. */
  List<Seat> bestFirst() {
    return seats.seats().stream()
        .sorted(Comparator.comparingDouble(seat -> distances.getOrDefault(seat.label(), 0.0)))
        .toList();
  }

  void readRow(Element row, ChartPart part) {
    read(row, part, Set.of());
  }

  void readTable(Element table, ChartPart part) {
    read(table, part, Set.of("table"));
  }

  /** The label of something, which is there, or is a problem. */
  static String label(Element labelled) {
    String label = labelled.at("label").key();
    if (label.isBlank() || label.equals(UNLABELLED)) {
      labelled.at("label").problem("must be a label");
      return "";
    }
    return label;
  }

  private void read(Element row, ChartPart part, Set<String> tags) {
    String rowLabel = label(row);
    if (rowLabel.isEmpty()) {
      return;
    }
    List<Element> items = row.at("seats").items();
    RowName name = new RowName(part.zone(), rowLabel);
    List<ChartRow.Place> places =
        new ChartRow(items, part).places(positionsUsed.getOrDefault(name, 0));
    for (int i = 0; i < items.size(); i++) {
      Element item = items.get(i);
      String label = label(item);
      Set<String> all = tags(item, part, tags);
      if (!label.isEmpty()) {
        add(item, part, new Draft(part.label(rowLabel, label), rowLabel, all, places.get(i)));
      }
    }
    if (!places.isEmpty()) {
      int last = places.get(places.size() - 1).position();
      positionsUsed.put(name, last + 2); // the next row of this name is across an aisle
    }
  }

  /** What a seat is made of, as long as nobody has checked it. */
  private record Draft(String label, String row, Set<String> tags, ChartRow.Place place) {

    Seat seat(String zone) {
      double x = place.point().x();
      double y = place.point().y();
      return new Seat(label, zone, row, place.position(), tags, x, y);
    }
  }

  private void add(Element item, ChartPart part, Draft draft) {
    Seat added = seats.add(item, () -> draft.seat(part.zone()));
    if (added != null && part.focus() != null) {
      distances.put(added.label(), part.focus().distance(added.x(), added.y()));
    }
  }

  private Set<String> tags(Element item, ChartPart part, Set<String> more) {
    Set<String> tags = new HashSet<>(part.tags());
    tags.addAll(more);
    tags.add(categories.tagOf(item, part));
    if (categories.isAccessible(item, part)) {
      tags.add(Seat.ACCESSIBLE);
    }
    TAGS_BY_FLAG.forEach(
        (flag, tag) -> {
          if (item.at(flag).flag()) {
            tags.add(tag);
          }
        });
    return tags;
  }
}
