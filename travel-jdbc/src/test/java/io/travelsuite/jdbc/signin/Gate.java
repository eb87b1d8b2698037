package io.travelsuite.jdbc.signin;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.security.role.SubjectId;

/** A schema of a test's own, stores on it with a clock that stands, and as another JVM has them. */
final class Gate implements AutoCloseable {

  static final SubjectId ANNA = new SubjectId("user-17");
  static final SubjectId BERT = new SubjectId("user-18");

  final Fixture fixture = Fixture.create();
  final TestClock clock = TestClock.create();
  final JdbcSecurity security = security(4);

  /** On a pool of its own. */
  JdbcSecurity security(int connections) {
    JdbcTravel travel =
        JdbcTravel.builder(fixture.schema().dataSource(connections)).clock(clock).build();
    return JdbcSecurity.of(travel, AlertSink.none());
  }

  /** On the database's clock. */
  JdbcSecurity onDatabaseClock() {
    return JdbcSecurity.of(fixture.travel(), AlertSink.none());
  }

  /** All that a table holds, as text and as hexadecimal digits. */
  String dump(String table, String... columns) {
    StringBuilder all = new StringBuilder();
    for (String column : columns) {
      String sql = "SELECT CONCAT(%1$s, ' ', HEX(%1$s)) FROM %2$s".formatted(column, table);
      all.append(fixture.rows().texts(sql)).append('\n');
    }
    return all.toString();
  }

  @Override
  public void close() {
    fixture.close();
  }
}
