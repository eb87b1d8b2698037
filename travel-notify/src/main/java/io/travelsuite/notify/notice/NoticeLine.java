package io.travelsuite.notify.notice;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.UnitState;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a booking as people read it. Both ends are in the time zone of their place.
 *
 * @param line what is booked
 * @param title what it is
 * @param from where it begins, or null when the occurrence has no stops
 * @param to where it ends, or null when the occurrence has no stops
 * @param start when it begins
 * @param end when it ends, or null when unknown
 */
public record NoticeLine(
    BookedLine line,
    String title,
    @Nullable Place from,
    @Nullable Place to,
    ZonedDateTime start,
    @Nullable ZonedDateTime end) {

  /** {@return the places of its units that are not cancelled} */
  public List<Integer> liveUnits() {
    return IntStream.range(0, line.units().size())
        .filter(unit -> line.units().get(unit) != UnitState.CANCELLED)
        .boxed()
        .toList();
  }

  /** {@return whether the clocks at its two ends are not as far apart as time that passes} */
  public boolean clocksDiffer() {
    return end != null && !end.getOffset().equals(start.getOffset());
  }
}
