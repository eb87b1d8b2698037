package io.travelsuite.jdbc.joined;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A host with a table of orders, a departure and the number of an order for each test. */
abstract class HostSuite {

  static Fixture fixture;
  private static int lastOrder;

  OccurrenceId departure;
  int order;

  @BeforeAll
  static void createTables() {
    fixture = Fixture.create();
    fixture.rows().update(HostTransaction.TABLE);
    fixture.rows().update(Stranger.BALLAST);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void next() {
    departure = fixture.open(5);
    order = nextOrder();
  }

  static int nextOrder() {
    return ++lastOrder;
  }

  /** How many rows the host has of this test's order. */
  long orders() {
    return fixture.rows().number("SELECT COUNT(*) FROM host_order WHERE id = ?", order);
  }
}
