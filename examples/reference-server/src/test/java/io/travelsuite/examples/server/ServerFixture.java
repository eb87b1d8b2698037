package io.travelsuite.examples.server;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import java.time.LocalDate;
import java.time.ZoneId;

/** A server with demo data in a database of its own. */
final class ServerFixture implements AutoCloseable {

  final TestClock clock = new TestClock();
  final TestSchema schema = TestDatabase.shared().newSchema();
  final RunningServer server;

  ServerFixture(String rate) {
    server = RunningServer.start(new Settings(schema.jdbcUrl(), 0, rate, clock));
  }

  OctoClient reseller(String name) {
    return new OctoClient(server.address(), server.issueToken(name).text());
  }

  /** So many days from today, where the demo is. */
  String day(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Lisbon"))
        .plusDays(days)
        .toString();
  }

  @Override
  public void close() {
    server.close();
    schema.close();
  }
}
