package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.SeatChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column travel_line.seats: the labels of a line's seats with commas between them, and then a
 * line of text for each change of seats on the way: unit, leg, label.
 */
final class SeatText {

  private SeatText() {}

  static @Nullable String write(BookedLine line) {
    if (line.seats().isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder(String.join(",", line.seats()));
    for (SeatChange change : line.seatChanges()) {
      text.append('\n').append(change.unit()).append(' ').append(change.leg());
      text.append(' ').append(change.seat());
    }
    return text.toString();
  }

  static List<String> seats(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    int end = text.indexOf('\n');
    return List.of((end < 0 ? text : text.substring(0, end)).split(",", -1));
  }

  static List<SeatChange> changes(@Nullable String text) {
    int end = text == null ? -1 : text.indexOf('\n');
    List<SeatChange> changes = new ArrayList<>();
    if (text != null && end >= 0) {
      for (String line : text.substring(end + 1).split("\n", -1)) {
        String[] fields = line.split(" ", 3);
        changes.add(
            new SeatChange(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), fields[2]));
      }
    }
    return changes;
  }
}
