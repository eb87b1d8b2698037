package io.travelsuite.examples.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test turns forward. */
final class TestClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  void forward(Duration duration) {
    ahead = ahead.plus(duration);
  }

  /** Turns forward to a moment, unless it is past. */
  void until(Instant moment) {
    Duration left = Duration.between(instant(), moment);
    forward(left.isNegative() ? Duration.ZERO : left);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new UnsupportedOperationException();
  }
}
