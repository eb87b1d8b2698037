package io.travelsuite.jdbc.seatmap;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.seat.Seat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The seats of a document, each checked against the others and known by where it stands. */
final class SeatList {

  private static final Map<String, String> FIELDS = Map.of("seat", "label", "tag", "tags");

  private final List<Seat> seats = new ArrayList<>();
  private final Map<String, String> pointersByLabel = new HashMap<>();
  private final Map<Place, String> pointersByPlace = new HashMap<>();

  private record Place(String zone, String row, int position) {}

  List<Seat> seats() {
    return seats;
  }

  /** Adds a seat that can be made and is the only one with its label and in its place. */
  @Nullable Seat add(Element element, Supplier<Seat> making) {
    Seat seat;
    try {
      seat = making.get();
    } catch (InvalidRequestException e) {
      String field = FIELDS.getOrDefault(e.field(), e.field());
      element.problems().add(element.pointer() + "/" + field, rule(e), value(e));
      return null;
    }
    String sameLabel = pointersByLabel.putIfAbsent(seat.label(), element.pointer());
    if (sameLabel != null) {
      String rule = "must not repeat the label of " + sameLabel;
      element.problems().add(element.pointer() + "/label", rule, '"' + seat.label() + '"');
      return null;
    }
    Place place = new Place(seat.zone(), seat.row(), seat.position());
    String samePlace = pointersByPlace.putIfAbsent(place, element.pointer());
    if (samePlace != null) {
      element.problem("must not be where " + samePlace + " is");
      return null;
    }
    seats.add(seat);
    return seat;
  }

  private static String rule(InvalidRequestException e) {
    String message = message(e);
    return message.substring(e.field().length() + 1, message.lastIndexOf(", was: "));
  }

  private static String value(InvalidRequestException e) {
    String message = message(e);
    return message.substring(message.lastIndexOf(", was: ") + ", was: ".length());
  }

  private static String message(InvalidRequestException e) {
    return String.valueOf(e.getMessage());
  }
}
