package io.travelsuite.inventory;

import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What a clock change did to a local time: the rule of {@link
 * java.time.ZonedDateTime#of(LocalDateTime, ZoneId)}.
 */
public enum ClockChange {
  /** Nothing: the local time is there once. */
  NONE,
  /** Clocks skip the local time: it is meant later, by the length of the gap. */
  GAP,
  /** Clocks show the local time twice: the earlier is meant. */
  OVERLAP;

  /**
   * {@return what the zone's clock changes do to a local time}
   *
   * @param time the local time
   * @param zone the time zone
   */
  public static ClockChange of(LocalDateTime time, ZoneId zone) {
    return switch (zone.getRules().getValidOffsets(time).size()) {
      case 0 -> GAP;
      case 1 -> NONE;
      default -> OVERLAP;
    };
  }
}
