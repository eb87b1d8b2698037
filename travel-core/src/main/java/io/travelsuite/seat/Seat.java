package io.travelsuite.seat;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A seat of a {@link SeatMap}. Two seats are neighbours when zone and row are equal and their
 * positions differ by exactly 1; where an aisle or a wall is between two seats of a row, the
 * positions leave a number out.
 *
 * @param label names it within the map, as in {@link io.travelsuite.inventory.Pool}: 1 to 32
 *     printable ASCII characters other than the comma
 * @param zone the part of the map that it is in (a section, a coach, a deck); 0 to 64 characters,
 *     none of them a control character, empty when the map has no zones
 * @param row the row within the zone; 0 to 64 characters, none of them a control character
 * @param position the place in the row, counted across it; 0 to 1,000,000
 * @param tags what is special about it ("window", "table", "facing-forward", {@link #ACCESSIBLE});
 *     at most 20 of 1 to 32 of {@code A–Z a–z 0–9 . _ -}
 * @param x where it is drawn: the distance of its centre from the left edge, finite, in any unit
 *     that all seats of the map share
 * @param y the same from the upper edge, growing downwards
 */
public record Seat(
    String label, String zone, String row, int position, Set<String> tags, double x, double y) {

  /**
   * The tag of a seat for people who use a wheelchair or cannot walk far. It is given to those who
   * ask for it; see {@link SeatWish}.
   */
  public static final String ACCESSIBLE = "accessible";

  private static final Pattern LABEL = Pattern.compile("[ -+\\--~]{1,32}");
  private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{0,64}");
  private static final int LAST_POSITION = 1_000_000;

  /** Checks every field. */
  public Seat {
    unless(
        LABEL.matcher(label).matches(),
        "seat",
        label,
        "must be 1 to 32 printable ASCII characters without comma");
    checkName("zone", zone);
    checkName("row", row);
    unless(
        position >= 0 && position <= LAST_POSITION,
        "position",
        position,
        "must be from 0 to " + LAST_POSITION);
    tags = Tags.checked(tags);
    unless(Double.isFinite(x), "x", x, "must be finite");
    unless(Double.isFinite(y), "y", y, "must be finite");
  }

  /**
   * {@return a seat without zone and tags, drawn at the origin}
   *
   * @param label names it within the map
   * @param row its row
   * @param position its place in the row
   */
  public static Seat of(String label, String row, int position) {
    return new Seat(label, "", row, position, Set.of(), 0, 0);
  }

  /**
   * {@return the same in a zone}
   *
   * @param name the zone's name
   */
  public Seat zone(String name) {
    return new Seat(label, name, row, position, tags, x, y);
  }

  /**
   * {@return the same with another tag}
   *
   * @param more the tag
   */
  public Seat tag(String more) {
    return new Seat(label, zone, row, position, Tags.with(tags, more), x, y);
  }

  /**
   * {@return the same, drawn elsewhere}
   *
   * @param toX the distance from the left edge
   * @param toY the distance from the upper edge
   */
  public Seat at(double toX, double toY) {
    return new Seat(label, zone, row, position, tags, toX, toY);
  }

  /**
   * {@return whether two people on these seats sit side by side}
   *
   * @param other another seat of the same map
   */
  public boolean isNeighbourOf(Seat other) {
    return zone.equals(other.zone)
        && row.equals(other.row)
        && Math.abs(position - other.position) == 1;
  }

  static void checkName(String field, String name) {
    unless(
        NAME.matcher(name).matches(),
        field,
        name,
        "must be 0 to 64 characters without control characters");
  }
}
