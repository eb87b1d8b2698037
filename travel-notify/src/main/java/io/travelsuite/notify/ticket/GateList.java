package io.travelsuite.notify.ticket;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.OccurrenceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The tickets of one occurrence that are good, as its bookings stood: what a gate takes along. Any
 * other ticket of it is revoked: of a cancelled booking, of a line changed for another, of a unit
 * given back. Immutable. It grows with what is booked on one occurrence.
 */
public final class GateList implements LowestIssues {

  private final Map<TicketSerial, Integer> lowest;

  private GateList(Map<TicketSerial, Integer> lowest) {
    this.lowest = Map.copyOf(lowest);
  }

  /**
   * {@return the list of an occurrence}
   *
   * @param occurrence which
   * @param bookings its bookings, as a manifest reads them; those of other states are left out
   * @param issue the lowest issue that is good of a booking's tickets: its version when they were
   *     last sent
   */
  public static GateList of(
      OccurrenceId occurrence, Collection<Booking> bookings, ToIntFunction<Booking> issue) {
    Map<TicketSerial, Integer> lowest = new HashMap<>();
    for (Booking booking : bookings) {
      boolean sold =
          booking.state() == BookingState.CONFIRMED || booking.state() == BookingState.REDEEMED;
      for (BookedLine line : booking.lines()) {
        for (int unit = 0; sold && unit < line.units().size(); unit++) {
          if (line.occurrence().equals(occurrence)
              && line.units().get(unit) != UnitState.CANCELLED) {
            TicketSerial serial = new TicketSerial(booking.id(), line.number(), unit);
            lowest.put(serial, issue.applyAsInt(booking));
          }
        }
      }
    }
    return new GateList(lowest);
  }

  @Override
  public int of(TicketSerial serial) {
    return lowest.getOrDefault(serial, REVOKED);
  }

  /** {@return how many tickets are on it} */
  public int size() {
    return lowest.size();
  }
}
