package io.travelsuite.examples.server;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.signin.StaffRoles;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.secret.Secrets;
import java.time.LocalDate;
import java.time.ZoneId;

/** A server with demo data in a database of its own. */
final class ServerFixture implements AutoCloseable {

  /** Where the demo is. */
  static final ZoneId DEMO_ZONE = ZoneId.of("Europe/Lisbon");

  final TestClock clock;
  final TestSchema schema = TestDatabase.shared().newSchema();
  final RunningServer server;

  ServerFixture(String rate) {
    this(rate, new TestClock());
  }

  /** With a clock that a test has turned forward. */
  ServerFixture(String rate, TestClock clock) {
    this.clock = clock;
    server = RunningServer.start(new Settings(schema.jdbcUrl(), 0, rate, clock));
  }

  /** With secrets, and somebody outside who is told. */
  ServerFixture(String rate, Secrets secrets, Settings.Outside outside) {
    clock = new TestClock();
    Settings plain = new Settings(schema.jdbcUrl(), 0, rate, clock);
    Settings.Running running = new Settings.Running(rate, clock, true, null, null, outside);
    server =
        RunningServer.start(
            new Settings(plain.profile(), plain.database(), plain.web(), secrets, running));
  }

  /**
   * Two who may do everything, one who lets travellers in and one who looks; each with this
   * password.
   */
  String staff() {
    String password = StaffDoor.chance(12);
    staff("demo-manager", password, StaffRoles.ADMIN);
    staff("demo-second-manager", password, StaffRoles.ADMIN);
    staff("demo-gate", password, StaffRoles.CLERK);
    staff("demo-viewer", password, StaffRoles.VIEWER);
    return password;
  }

  private void staff(String name, String password, String role) {
    server.staff().accounts().put(new SubjectId(name), name, password, role);
  }

  OctoClient reseller(String name) {
    return new OctoClient(server.address(), server.issueToken(name).text());
  }

  /** So many days from today, where the demo is. */
  String day(int days) {
    return LocalDate.ofInstant(clock.instant(), DEMO_ZONE).plusDays(days).toString();
  }

  @Override
  public void close() {
    server.close();
    schema.close();
  }
}
