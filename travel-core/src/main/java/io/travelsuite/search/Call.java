package io.travelsuite.search;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A moment at a stop.
 *
 * @param stop the stop's code, or null where the occurrence has no stops
 * @param at when
 * @param zone the time zone of the place
 */
public record Call(@Nullable String stop, Instant at, ZoneId zone) {

  /** {@return the same moment as clocks at the place show it} */
  public LocalDateTime local() {
    return LocalDateTime.ofInstant(at, zone);
  }
}
