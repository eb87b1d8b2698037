package io.travelsuite.examples.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The trace's date. It stands still between two barriers, so that no hold expires before its
 * confirmation, however slow the machine is.
 */
final class TraceClock extends Clock {

  /** The trace tells dates only; cancellations come after all bookings of their date. */
  private static final LocalTime BOOKINGS = LocalTime.of(9, 0);

  private static final LocalTime CANCELLATIONS = LocalTime.of(18, 0);

  private final ZoneId zone;
  private volatile Instant now;

  TraceClock() {
    this(ZoneOffset.UTC, Instant.EPOCH);
  }

  private TraceClock(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  void setToBookings(LocalDate date) {
    now = date.atTime(BOOKINGS).toInstant(ZoneOffset.UTC);
  }

  void setToCancellations(LocalDate date) {
    now = date.atTime(CANCELLATIONS).toInstant(ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new TraceClock(other, now);
  }
}
