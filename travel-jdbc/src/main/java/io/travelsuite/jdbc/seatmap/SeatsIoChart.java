package io.travelsuite.jdbc.seatmap;

import io.travelsuite.seat.SeatMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart of seats.io (<a href="https://docs.seats.io">docs.seats.io</a>), as its API answers it
 * for a chart's version, taken over.
 *
 * <ul>
 *   <li>A seat's label is that of seats.io: section, row and seat, joined by hyphens ({@code
 *       Balcony-A-12}, without sections {@code A-12}).
 *   <li>A seat's zone is its section; on a chart of several floors a seat outside of sections has
 *       its floor for a zone, and floors are drawn one below the other.
 *   <li>Seats stand in the order in which the chart has them. An aisle is where two seats of a row
 *       lie more than one and a half times as far apart as its closest ones do, and between two
 *       rows of the same name. A table is a row.
 *   <li>Tags are {@code accessible}, {@code companion}, {@code restricted-view}, {@code
 *       semi-ambulatory} and {@code table} where the chart says so, that of the {@link Category},
 *       and {@code zone-} with the key of the section's zone. In a tag, what it cannot have is a
 *       hyphen.
 *   <li>Where the chart, or a section's zone, has a focal point, the seats closest to theirs come
 *       first in the map, as seats.io picks them; else they keep the order of the chart.
 * </ul>
 *
 * <p>Not taken over are shapes, texts, images and icons, and that a table is to be booked as a
 * whole. A chart that seats.io would call invalid is refused (<a
 * href="https://docs.seats.io/docs/api/validate-a-chart-version/">its validation</a>): with a label
 * that is missing or repeated, or something for sale that has no category.
 *
 * @param name what the chart is called
 * @param seats its seats, or null when it has none
 * @param areas what is sold by number: general admission areas, and booths, which count 1
 * @param categories the kinds of places, which usually differ in price
 */
public record SeatsIoChart(
    String name, @Nullable SeatMap seats, List<Area> areas, List<Category> categories) {

  /** Copies the lists. */
  public SeatsIoChart {
    areas = List.copyOf(areas);
    categories = List.copyOf(categories);
  }

  /**
   * A capacity without seats.
   *
   * @param label names it within the chart; after its section's, joined by a hyphen
   * @param zone its section, or its floor, or empty
   * @param category the tag of its category
   * @param capacity how many people it takes, at least 1
   */
  public record Area(String label, String zone, String category, int capacity) {}

  /**
   * A kind of places.
   *
   * @param tag the tag of its seats: {@code category-} with its key
   * @param label what people call it
   * @param colour how it is drawn, as CSS writes it; empty when the chart does not say
   */
  public record Category(String tag, String label, String colour) {}

  /**
   * Reads a chart.
   *
   * @param json the chart
   * @return the chart, checked
   * @throws SeatMapFormatException that names every problem with its JSON pointer and its value
   */
  public static SeatsIoChart read(String json) {
    Problems problems = new Problems();
    Element chart = Element.document(json, problems);
    problems.throwIfAny();
    SeatsIoChart read = new ChartReader(chart).read();
    problems.throwIfAny();
    return read;
  }
}
