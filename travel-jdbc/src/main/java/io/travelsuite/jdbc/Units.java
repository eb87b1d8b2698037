package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units of a booking's lines, some of them selected. */
record Units(List<BookedLine> lines, UnitSelection selection) {

  /** Selects units; one that the booking does not have is an invalid request. */
  static Units of(Booking booking, UnitSelection selection) {
    Map<Integer, BookedLine> byNumber =
        booking.lines().stream().collect(Collectors.toMap(BookedLine::number, line -> line));
    selection.units().forEach((number, places) -> check(number, places, byNumber.get(number)));
    return new Units(booking.lines(), selection);
  }

  private static void check(int number, Set<Integer> places, @Nullable BookedLine line) {
    unless(line != null, "line", number, "must be a line of the booking");
    for (int place : places) {
      int size = line == null ? 0 : line.units().size();
      unless(place >= 0 && place < size, "unit", place, "must be 0 to " + (size - 1));
    }
  }

  /** Whether a selected unit is in that state. */
  boolean any(UnitState state) {
    return lines.stream().anyMatch(line -> any(line, state));
  }

  /** Whether a unit selected by its place, not with its line or booking, is in that state. */
  boolean anyNamed(UnitState state) {
    return lines.stream()
        .anyMatch(
            line ->
                selection.units().getOrDefault(line.number(), Set.of()).stream()
                    .anyMatch(place -> line.units().get(place) == state));
  }

  private boolean anywhere(UnitState state) {
    return lines.stream().anyMatch(line -> line.units().contains(state));
  }

  /** The state of a sold booking with these units. */
  BookingState soldState() {
    if (anywhere(UnitState.ACTIVE)) {
      return BookingState.CONFIRMED;
    }
    return anywhere(UnitState.REDEEMED) ? BookingState.REDEEMED : BookingState.CANCELLED;
  }

  /** The same with the selected active units in another state. */
  Units set(UnitState state) {
    return new Units(lines.stream().map(line -> set(line, state)).toList(), selection);
  }

  private boolean any(BookedLine line, UnitState state) {
    for (int place = 0; place < line.units().size(); place++) {
      if (line.units().get(place) == state && selection.covers(line.number(), place)) {
        return true;
      }
    }
    return false;
  }

  private BookedLine set(BookedLine line, UnitState state) {
    List<UnitState> units = new ArrayList<>(line.units());
    for (int place = 0; place < units.size(); place++) {
      if (units.get(place) == UnitState.ACTIVE && selection.covers(line.number(), place)) {
        units.set(place, state);
      }
    }
    return line.units(units);
  }
}
