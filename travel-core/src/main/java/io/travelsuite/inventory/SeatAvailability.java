package io.travelsuite.inventory;

import io.travelsuite.sale.SeatRule;
import io.travelsuite.seat.Seat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A seat of an occurrence at one moment; it may be gone before a hold asks for it. A hold that has
 * expired has no seat, whether or not it was swept.
 *
 * @param pool the name of the pool that it belongs to
 * @param seat the seat, and where it is drawn
 * @param taken the legs, from 0, on which a live hold or a booking has it
 * @param rule for whom it is kept, or null when everybody may have it
 */
public record SeatAvailability(
    String pool, Seat seat, Set<Integer> taken, @Nullable SeatRule rule) {

  /** Copies the legs. */
  public SeatAvailability {
    taken = Set.copyOf(taken);
  }

  /**
   * {@return whether a hold could ask for it now}
   *
   * @param legs over which legs
   * @param channel through which channel, or null for none
   */
  public boolean isFree(LegRange legs, @Nullable String channel) {
    return (rule == null || rule.isFor(channel)) && taken.stream().noneMatch(legs::covers);
  }
}
