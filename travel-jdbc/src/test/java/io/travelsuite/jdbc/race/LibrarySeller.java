package io.travelsuite.jdbc.race;

import io.travelsuite.Travel;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;

/** The library; any answer but the two expected ones is a failure. */
record LibrarySeller(Travel travel) implements Seller {

  @Override
  public boolean sell(List<OccurrenceId> occurrences) {
    List<Line> lines = occurrences.stream().map(occurrence -> Line.of(occurrence, 1)).toList();
    HoldResult result = travel.bookings().hold(HoldRequest.of(lines));
    if (result instanceof Held || result instanceof SoldOut) {
      return result instanceof Held;
    }
    throw new IllegalStateException("answered " + result);
  }
}
