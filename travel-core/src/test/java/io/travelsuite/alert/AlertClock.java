package io.travelsuite.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands until it is moved. */
final class AlertClock implements InstantSource {

  private Instant now = Instant.parse("2026-11-27T08:00:00Z");

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
