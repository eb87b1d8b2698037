package io.travelsuite.jdbc.seatmap;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, so that all of it can be mended at once. */
final class Problems {

  private static final int MOST_TOLD = 100;
  private static final int LONGEST_VALUE = 100;

  private final List<String> told = new ArrayList<>();
  private int untold;

  void add(String place, String rule, String value) {
    if (told.size() < MOST_TOLD) {
      told.add((place.isEmpty() ? "the document" : place) + " " + rule + ", was: " + cut(value));
    } else {
      untold++;
    }
  }

  /**
   * Ends the reading if anything is wrong.
   *
   * @throws SeatMapFormatException with all of it
   */
  void throwIfAny() {
    if (!told.isEmpty()) {
      if (untold > 0) {
        told.add("and " + untold + " more problems");
      }
      throw new SeatMapFormatException(told);
    }
  }

  /** A megabyte does not end in a log line. */
  private static String cut(String value) {
    return value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, LONGEST_VALUE) + "… (" + value.length() + ")";
  }
}
