package io.travelsuite.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the host's sessions and drivers are set to, the library answers the same. */
class HostileSessionTest {

  private static Fixture fixture;
  private static List<String> expected;
  private static int runs;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    expected = Scenario.play(fixture.dataSource(), ++runs);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  /** A pool's settings. */
  private record Session(String name, Consumer<HikariConfig> settings) {
    static Session url(String parameters) {
      return new Session(
          parameters, config -> config.setJdbcUrl(fixture.schema().jdbcUrl(parameters)));
    }

    static Session variables(String variables) {
      return url("sessionVariables=" + variables);
    }

    static Session isolation(String level, boolean autoCommit) {
      return new Session(
          level + (autoCommit ? "" : " without autocommit"),
          config -> {
            config.setTransactionIsolation("TRANSACTION_" + level);
            config.setAutoCommit(autoCommit);
          });
    }

    HikariDataSource pool() {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(fixture.schema().jdbcUrl());
      config.setMaximumPoolSize(2);
      settings.accept(config);
      return new HikariDataSource(config);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Session> sessions() {
    return Stream.of(
        Session.isolation("REPEATABLE_READ", true),
        Session.isolation("REPEATABLE_READ", false),
        Session.isolation("READ_COMMITTED", false),
        Session.isolation("READ_UNCOMMITTED", true),
        Session.isolation("READ_UNCOMMITTED", false),
        Session.isolation("SERIALIZABLE", true),
        Session.isolation("SERIALIZABLE", false),
        Session.variables("time_zone='-08:00'"),
        Session.variables("sql_mode=ANSI"),
        Session.url("jdbcCompliantTruncation=false&sessionVariables=sql_mode=''"),
        Session.variables("sql_mode='PAD_CHAR_TO_FULL_LENGTH,TRADITIONAL'"),
        Session.variables("sql_mode='NO_BACKSLASH_ESCAPES,NO_UNSIGNED_SUBTRACTION'"),
        Session.url("connectionCollation=utf8mb4_turkish_ci"),
        Session.url("connectionCollation=utf8mb4_bin"),
        Session.url("sendFractionalSeconds=false"),
        Session.url("useServerPrepStmts=true&cachePrepStmts=true"),
        Session.url("rewriteBatchedStatements=true&allowMultiQueries=true"),
        Session.url("useAffectedRows=true&useCursorFetch=true&defaultFetchSize=2"),
        Session.url("connectionTimeZone=%2B05:45&forceConnectionTimeZoneToSession=true"));
  }

  static Stream<Session> sessionsOfMariaDb() {
    return Stream.of(
        Session.variables("sql_mode=ORACLE"),
        Session.variables("sql_mode=SIMULTANEOUS_ASSIGNMENT"),
        Session.variables("sql_mode=MSSQL"));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void every_session_gets_the_same_answers(Session session) {
    try (HikariDataSource pool = session.pool()) {
      assertThat(Scenario.play(pool, ++runs)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = IsolationLevel.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "READ_UNCOMMITTED")
  void a_hosts_transaction_gets_the_same_answers(IsolationLevel isolation) throws SQLException {
    try (Connection host = fixture.connect()) {
      host.setTransactionIsolation(isolation.jdbc());
      host.setAutoCommit(false);
      assertThat(Scenario.playJoined(fixture.dataSource(), host, ++runs)).isEqualTo(expected);
      host.commit();
    }
    fixture.assertNoDrift();
  }

  @ParameterizedTest
  @MethodSource("sessionsOfMariaDb")
  void sessions_that_only_mariadb_has_get_the_same_answers(Session session) {
    assumeTrue(fixture.database().isMariaDb());
    every_session_gets_the_same_answers(session);
  }

  @ParameterizedTest
  @MethodSource("urlsOfItsOwnDriver")
  void mariadbs_own_driver_gets_the_same_answers(String parameters) {
    assumeTrue(fixture.database().isMariaDb());
    String url = fixture.schema().jdbcUrl(parameters).replace("jdbc:mysql:", "jdbc:mariadb:");
    try (HikariDataSource pool = new Session(url, config -> config.setJdbcUrl(url)).pool()) {
      assertThat(Scenario.play(pool, ++runs)).isEqualTo(expected);
    }
  }

  static Stream<String> urlsOfItsOwnDriver() {
    return Stream.of("", "useServerPrepStmts=true&timezone=-08:00", "useBulkStmts=true");
  }

  /** 02:30 on that day is an hour that Los Angeles skips; a driver that thinks in it loses it. */
  @Test
  void a_jvm_in_another_time_zone_gets_the_same_answers() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    try {
      every_session_gets_the_same_answers(Session.url(""));
      every_session_gets_the_same_answers(Session.url("cacheDefaultTimeZone=false"));
      every_session_gets_the_same_answers(Session.url("useServerPrepStmts=true"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /**
   * What the library does not do: a time bound as a Java time goes through the JVM's zone. To
   * MariaDB 10.11, which tells of itself as 5.5.5, MySQL's driver does not even send the fraction.
   */
  @Test
  void control_a_timestamp_bound_in_the_skipped_hour_comes_back_an_hour_later()
      throws SQLException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    try {
      LocalDateTime time = LocalDateTime.parse("2027-03-14T02:30:00.654321");
      fixture.rows().update("CREATE TABLE control_time (at DATETIME(6))");
      try (Connection connection = fixture.connect()) {
        Object bound = Timestamp.valueOf(time);
        Rows.update(connection, "INSERT INTO control_time VALUES (?)", bound);
      }
      assertThat(fixture.rows().texts("SELECT LEFT(at, 19) FROM control_time"))
          .containsExactly("2027-03-14 03:30:00");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void the_databases_clock_is_read_as_utc(Session session) {
    OccurrenceId departure = fixture.open(1);
    try (HikariDataSource pool = session.pool()) {
      JdbcTravel travel = JdbcTravel.builder(pool).build();
      Booking booking = travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
      assertThat(booking.createdAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
  }
}
