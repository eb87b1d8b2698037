package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.form.ShortName;
import java.time.Instant;

/**
 * A part of a pool kept for a channel, on every leg, until a time after which it belongs to all: by
 * the clock, with no job that gives it back. A channel may take more than its allotment, of what is
 * left for all. Units sold to the channel before it had the allotment do not count against it.
 *
 * @param pool the pool's name
 * @param channel the channel, 1 to 32 of {@code A–Z a–z 0–9 . _ -}
 * @param units how many are kept, 1 to 1,000,000,000; more than there are keeps all
 * @param releasedAt from when on they are not kept any more
 */
public record Allotment(String pool, String channel, int units, Instant releasedAt) {
  private static final int MOST = 1_000_000_000;

  /** Checks the ranges. */
  public Allotment {
    ShortName.check("channel", channel);
    unless(units >= 1 && units <= MOST, "units", units, "must be 1 to " + MOST);
  }
}
