package io.travelsuite.examples.server;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * A server of the suite's own, and a reseller who books on it. In fifty days its clocks will
 * change: what is sold crosses that.
 */
abstract class OctoSuite {

  static ServerFixture fixture;
  static OctoClient client;
  static Tours tours;

  @BeforeAll
  static void start() {
    TestClock clock = new TestClock();
    Instant change =
        ServerFixture.DEMO_ZONE.getRules().nextTransition(clock.instant()).getInstant();
    clock.until(change.minus(Duration.ofDays(50)));
    fixture = new ServerFixture("100000/m", clock);
    client = fixture.reseller("acme");
    tours = new Tours(fixture, client);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }
}
