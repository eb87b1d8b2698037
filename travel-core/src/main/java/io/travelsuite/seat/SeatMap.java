package io.travelsuite.seat;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The seats of a pool, the best first: their order is how good they are, and what is picked first
 * where nothing else tells two places apart. Zones, and rows within a zone, lie next to each other
 * in the order in which their first seats come.
 *
 * @param seats 1 to 10,000, each label once and each place (zone, row and position) once
 */
public record SeatMap(List<Seat> seats) {

  private static final int MOST_SEATS = 10_000;

  /** Copies the list, and checks that no label and no place repeats. */
  public SeatMap {
    seats = List.copyOf(seats);
    unless(
        !seats.isEmpty() && seats.size() <= MOST_SEATS,
        "seats",
        seats.size(),
        "must be 1 to " + MOST_SEATS);
    Set<String> labels = new HashSet<>();
    Set<Place> places = new HashSet<>();
    for (Seat seat : seats) {
      unless(labels.add(seat.label()), "seat", seat.label(), "must not repeat a label");
      Place place = new Place(seat.zone(), seat.row(), seat.position());
      unless(places.add(place), "seat", seat, "must not be where another seat is");
    }
  }

  private record Place(String zone, String row, int position) {}

  /**
   * {@return a map of one row without zone or aisle}
   *
   * @param labels the labels in the order in which the seats stand, the best first
   */
  public static SeatMap ofLabels(List<String> labels) {
    List<Seat> seats = new ArrayList<>(labels.size());
    for (String label : labels) {
      seats.add(Seat.of(label, "", seats.size()));
    }
    return new SeatMap(seats);
  }

  /** {@return the labels in the order of the map, as a pool of these seats takes them} */
  public List<String> labels() {
    return seats.stream().map(Seat::label).toList();
  }
}
