package io.travelsuite.examples.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A server of the suite's own, and a reseller who books on it. */
abstract class OctoSuite {

  static ServerFixture fixture;
  static OctoClient client;
  static Tours tours;

  @BeforeAll
  static void start() {
    fixture = new ServerFixture("100000/m");
    client = fixture.reseller("acme");
    tours = new Tours(fixture, client);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }
}
