package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.sale.SaleState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is left of an occurrence at one moment; it may be gone before a hold asks for it.
 *
 * @param occurrence which one
 * @param startsAt when it starts
 * @param localStart the same in the occurrence's time zone
 * @param state whether it is sold at all
 * @param legs every pool on every leg, by pool name and leg
 */
public record Availability(
    OccurrenceId occurrence,
    Instant startsAt,
    LocalDateTime localStart,
    SaleState state,
    List<LegAvailability> legs) {

  /** Copies the list. */
  public Availability {
    legs = List.copyOf(legs);
  }

  /**
   * {@return the units of a pool that are free over the whole run}
   *
   * @param pool the pool's name
   */
  public int available(String pool) {
    return available(pool, new LegRange(0, Integer.MAX_VALUE));
  }

  /**
   * {@return the units of a pool that are free on each of these legs}
   *
   * @param pool the pool's name
   * @param range the legs
   */
  public int available(String pool, LegRange range) {
    int least =
        legs.stream()
            .filter(leg -> leg.pool().equals(pool) && range.covers(leg.leg()))
            .mapToInt(LegAvailability::available)
            .min()
            .orElse(-1);
    unless(least >= 0, "pool", pool, "must be a pool of the occurrence, on legs that it has");
    return least;
  }
}
