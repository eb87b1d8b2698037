package io.travelsuite.jdbc.seatmap;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a chart says of all that is in it.
 *
 * @param zone the zone of its seats
 * @param section its section's label, before all labels, or empty
 * @param category the key of the category of what has none of its own, or empty
 * @param tags what all its seats are tagged with
 * @param x where its own coordinates begin
 * @param y the same, from above
 * @param focus what its best seats are closest to, or null
 */
record ChartPart(
    String zone,
    String section,
    String category,
    Set<String> tags,
    double x,
    double y,
    @Nullable Point focus) {

  /** A point of the whole chart. */
  record Point(double x, double y) {

    double distance(double otherX, double otherY) {
      return Math.hypot(x - otherX, y - otherY);
    }
  }

  static ChartPart floor(String zone, double y) {
    return new ChartPart(zone, "", "", Set.of(), 0, y, null);
  }

  ChartPart focus(Point other) {
    return new ChartPart(zone, section, category, tags, x, y, other);
  }

  /** The label of what is in it, by its labels from the outer to the inner. */
  String label(String... labels) {
    String inner = String.join("-", List.of(labels));
    return section.isEmpty() ? inner : section + "-" + inner;
  }
}
