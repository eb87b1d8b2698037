package io.travelsuite.booking;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;

/**
 * One reason why a request did not fit.
 *
 * @param occurrence where
 * @param pool which pool is short
 * @param legs the legs that the request takes of it
 * @param requested the units asked for on the shortest of these legs, all lines of the request
 *     together
 * @param available the units free on that leg, never negative
 * @param seatsTaken the seats asked for that are taken; empty when the pool is short of units
 */
public record Shortage(
    OccurrenceId occurrence,
    String pool,
    LegRange legs,
    int requested,
    int available,
    List<String> seatsTaken) {

  /** Copies the list. */
  public Shortage {
    seatsTaken = List.copyOf(seatsTaken);
  }
}
