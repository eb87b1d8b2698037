package io.travelsuite.jdbc.expiry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A clock that stops who asks it: the library asks once it has its locks, so that a test can look
 * on while they are held.
 */
final class GateClock extends Clock {

  private final Instant time;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  GateClock(Instant time) {
    this.time = time;
  }

  /** Returns when somebody has asked. */
  void awaitAsked() throws InterruptedException {
    if (!asked.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody asked for the time");
    }
  }

  /** Lets who asked go on. */
  void open() {
    open.countDown();
  }

  @Override
  public Instant instant() {
    asked.countDown();
    try {
      if (!open.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the gate was never opened");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return time;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants only");
  }
}
