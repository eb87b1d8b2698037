package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.travelsuite.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database's clock, as hosts read it. */
class DatabaseTimeTest {

  private static final String ELSEWHERE = "sessionVariables=time_zone='-08:00'";

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void it_goes_on_and_is_that_of_the_server_whatever_the_sessions_zone() {
    Instant before = Clock.systemUTC().instant();
    Instant here = new DatabaseTime(fixture.dataSource()).instant();
    Instant there = new DatabaseTime(fixture.schema().dataSource(1, ELSEWHERE)).instant();

    assertThat(here).isCloseTo(before, within(1, ChronoUnit.MINUTES));
    assertThat(there).isAfterOrEqualTo(here).isCloseTo(here, within(1, ChronoUnit.MINUTES));
  }

  @Test
  void control_the_sessions_own_time_is_hours_off() throws SQLException {
    try (Connection connection = fixture.connect(ELSEWHERE);
        var statement = connection.prepareStatement("SELECT NOW(6)");
        var row = statement.executeQuery()) {
      row.next();
      Instant taken = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
      assertThat(taken).isBefore(Clock.systemUTC().instant().minusSeconds(3_600));
    }
  }

  @Test
  void a_database_that_does_not_answer_is_a_failure_to_be_tried_again() {
    DataSource gone =
        (DataSource)
            java.lang.reflect.Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                  throw new SQLException("gone", "08001");
                });

    assertThatThrownBy(() -> new DatabaseTime(gone).instant())
        .isInstanceOfSatisfying(
            StorageException.class, failure -> assertThat(failure.retryable()).isTrue());
  }
}
