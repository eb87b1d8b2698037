package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.Section;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks for what a booking has at one occurrence at another.
 *
 * @param from where it has it
 * @param to where it is to have it
 */
record LineMove(Occurrence from, Occurrence to) {

  /** The line to ask for: the units that are neither used nor cancelled, on the same seats. */
  Line line(BookedLine line) {
    List<String> seats = new ArrayList<>();
    int units = 0;
    for (int place = 0; place < line.units().size(); place++) {
      if (line.units().get(place) == UnitState.ACTIVE) {
        units++;
        if (!line.seats().isEmpty()) {
          seats.add(line.seats().get(place));
        }
      }
    }
    SortedMap<String, Integer> takes =
        line.fareUnit() == null ? SubPool.without(line.takes()) : new TreeMap<>();
    Fare fare = new Fare(line.fareUnit(), line.fareClass(), List.of(), new TreeMap<>());
    return new Line(to.id(), units, fare, takes, section(line.legs()), seats, null);
  }

  private Section section(LegRange legs) {
    if (from.stops().isEmpty()) {
      return new Section.Whole();
    }
    List<String> codes = from.stops().stream().map(Stop::code).toList();
    if (codes.equals(to.stops().stream().map(Stop::code).toList())) {
      return new Section.Legs(legs);
    }
    return new Section.Between(codes.get(legs.from()), codes.get(legs.to()));
  }
}
