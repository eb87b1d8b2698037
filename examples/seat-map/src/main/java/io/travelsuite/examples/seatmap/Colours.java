package io.travelsuite.examples.seatmap;

import java.util.ArrayList;
import java.util.List;

/** How seats are filled. */
final class Colours {

  /** What free seats are told apart by. */
  enum By {
    /** Nothing: they are all of one colour. */
    STATE,
    /** Their zones. */
    ZONE
  }

  static final String TAKEN = "#d3d9e0";
  static final String BLOCKED = "#ffffff";
  private static final String FREE = "#2f9e7f";

  private static final List<String> ZONES =
      List.of(
          "#3b82c4", "#d9822b", "#3f9c6b", "#c2504a", "#8163b8", "#a9812c", "#c45f98", "#54728c");

  private final By by;
  private final List<String> zones = new ArrayList<>();

  Colours(By by) {
    this.by = by;
  }

  /** One colour a zone, in the order in which they are asked for; they repeat after eight. */
  String free(String zone) {
    if (by == By.STATE) {
      return FREE;
    }
    if (!zones.contains(zone)) {
      zones.add(zone);
    }
    return ZONES.get(zones.indexOf(zone) % ZONES.size());
  }

  By by() {
    return by;
  }
}
