package io.travelsuite.examples.server.board;

import io.travelsuite.examples.server.office.Sales;
import io.travelsuite.examples.server.page.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A chart of places and bookings by day: where everything is, for a template to draw. The same
 * numbers stand in a table beside it.
 *
 * @param columns a day each
 * @param lines of the grid, the lowest first
 * @param summary the chart in a sentence, for those who do not see it
 */
record SalesChart(List<Column> columns, List<Line> lines, String summary) {

  private static final int LEFT = 44;
  private static final int BOTTOM = 204;
  private static final int HEIGHT = 190;
  private static final int STEP = 22;
  private static final int WIDE = 9;
  private static final int LINES = 4;
  private static final int[] STEPS = {1, 2, 3, 4, 5, 6, 8};
  private static final int LABEL_EVERY = 5;

  /**
   * A day.
   *
   * @param day as people read it
   * @param label under the chart, or nothing
   * @param sum what was sold
   * @param units the bar of the places
   * @param bookings the bar of the bookings
   */
  record Column(String day, String label, Sales.Sum sum, Box units, Box bookings) {}

  /** A bar. */
  record Box(int x, int y, int height) {}

  /** A line of the grid. */
  record Line(int y, int value) {}

  /** How high a number is drawn. */
  private record Scale(int top) {

    /** A round number, at or above the highest, that the lines divide. */
    static Scale upTo(int most) {
      int unit = 1;
      while (true) {
        for (int times : STEPS) {
          if (unit * times * LINES >= most) {
            return new Scale(unit * times * LINES);
          }
        }
        unit *= 10;
      }
    }

    Box box(int x, int value) {
      int height = (int) Math.round((double) HEIGHT * value / top);
      return new Box(x, BOTTOM - height, height);
    }
  }

  static SalesChart of(Map<LocalDate, Sales.Sum> days) {
    int most = days.values().stream().mapToInt(Sales.Sum::units).max().orElse(0);
    Scale scale = Scale.upTo(most);
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<LocalDate, Sales.Sum> of : days.entrySet()) {
      int x = LEFT + STEP * columns.size();
      boolean labelled = (days.size() - 1 - columns.size()) % LABEL_EVERY == 0;
      columns.add(
          new Column(
              Wording.nearDay(of.getKey()),
              labelled ? Wording.shortestDay(of.getKey()) : "",
              of.getValue(),
              scale.box(x, of.getValue().units()),
              scale.box(x + WIDE, of.getValue().bookings())));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= LINES; i++) {
      lines.add(new Line(BOTTOM - HEIGHT * i / LINES, scale.top() / LINES * i));
    }
    return new SalesChart(columns, lines, summary(days, most));
  }

  private static String summary(Map<LocalDate, Sales.Sum> days, int most) {
    if (most == 0) {
      return "Nothing was sold on these " + days.size() + " days.";
    }
    LocalDate best =
        days.entrySet().stream()
            .filter(day -> day.getValue().units() == most)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return "Places and bookings sold on each of %d days; most on %s, with %d places."
        .formatted(days.size(), Wording.nearDay(best), most);
  }
}
