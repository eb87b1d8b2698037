package io.travelsuite.schedule;

import io.travelsuite.sale.Allotment;
import java.time.Duration;
import java.time.Instant;

/**
 * A part of a pool kept for a channel until so long before the start.
 *
 * @param pool the pool's name
 * @param channel the channel, 1 to 32 of {@code A–Z a–z 0–9 . _ -}
 * @param units how many are kept, 1 to 1,000,000,000
 * @param releasedBefore how long before the start they are given to all, in time that passes (7
 *     days are 168 hours, whatever clocks do); 0 to 3,660 days
 */
public record RelativeAllotment(String pool, String channel, int units, Duration releasedBefore) {

  /** Checks the ranges. */
  public RelativeAllotment {
    ScheduleTerms.checkBefore("releasedBefore", releasedBefore);
    Allotment checked = new Allotment(pool, channel, units, Instant.EPOCH);
    pool = checked.pool();
  }

  /**
   * {@return the allotment of an occurrence}
   *
   * @param startsAt when it starts
   */
  public Allotment at(Instant startsAt) {
    return new Allotment(pool, channel, units, startsAt.minus(releasedBefore));
  }
}
