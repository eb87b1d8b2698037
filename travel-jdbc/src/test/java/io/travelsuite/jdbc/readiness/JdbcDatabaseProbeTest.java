package io.travelsuite.jdbc.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.RuntimeUser;
import io.travelsuite.security.readiness.DatabaseFacts;
import io.travelsuite.security.readiness.Finding;
import io.travelsuite.security.readiness.Grant;
import io.travelsuite.security.readiness.Look;
import io.travelsuite.security.readiness.Probes;
import io.travelsuite.security.readiness.ReadinessCheck;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tests' server answers, and what the checks make of it. */
class JdbcDatabaseProbeTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private Fixture fixture;
  private RuntimeUser user;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    user = RuntimeUser.on(fixture);
    grant("SELECT, INSERT", "travel_audit");
    grant("SELECT, INSERT, UPDATE, DELETE", "travel_booking");
  }

  @AfterEach
  void close() {
    user.close();
    fixture.close();
  }

  private void grant(String privileges, String table) {
    String on = " ON " + fixture.schema().name() + "." + table + " TO ";
    fixture.rows().update("GRANT " + privileges + on + user.name() + "@'%'");
  }

  private DatabaseFacts asUser() throws SQLException {
    try (HikariDataSource pool = user.pool(1)) {
      return JdbcDatabaseProbe.of(pool, CLOCK).call();
    }
  }

  /** The findings of db alone; the other probes are not handed over. */
  private List<String> found(DataSource dataSource) {
    Probes probes = Probes.none().with(Look.DATABASE, JdbcDatabaseProbe.of(dataSource, CLOCK));
    return ReadinessCheck.of(LiveDeployment.of(user.name(), 4, CLOCK.instant()), probes, CLOCK)
        .run(Runnable::run)
        .findings()
        .stream()
        .map(Finding::id)
        .filter(id -> id.startsWith("db.") || id.equals("probe.database"))
        .toList();
  }

  @Test
  void an_account_with_least_privileges_is_seen_as_that() throws Exception {
    DatabaseFacts facts = asUser();
    assertThat(facts.account()).isEqualTo(user.name() + "@%");
    assertThat(facts.grants())
        .contains(
            new Grant(Set.of("USAGE"), "*.*", false),
            new Grant(
                Set.of("SELECT", "INSERT"), fixture.schema().name() + ".travel_audit", false));
    assertThat(facts.toString()).doesNotContain("PASSWORD");
    assertThat(facts.maxConnections()).isPositive();
    assertThat(facts.idleLimit()).isPositive();
    assertThat(facts.variables()).containsKeys("innodb_flush_log_at_trx_commit", "local_infile");
    assertThat(facts.clockOff().abs()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void the_least_privileges_pass_and_only_the_servers_own_flaws_are_found() {
    try (HikariDataSource pool = user.pool(1)) {
      List<String> found = found(pool);
      assertThat(found).contains("db.account-host").doesNotContain("probe.database");
      assertThat(found).noneMatch(id -> id.startsWith("db.grants"));
      assertThat(found).doesNotContain("db.append-only", "db.sql-mode", "db.clock", "db.version");
    }
  }

  @Test
  void each_privilege_too_many_is_found() {
    grant("UPDATE", "travel_audit");
    grant("ALTER", "travel_booking");
    try (HikariDataSource pool = user.pool(1)) {
      assertThat(found(pool))
          .contains("db.append-only", "db.grants-ddl")
          .doesNotContain("db.grants-server", "db.grants-option");
    }
  }

  @Test
  void control_the_account_that_makes_the_schema_is_not_fit_to_run_on_it() {
    assertThat(found(fixture.dataSource()))
        .contains("db.grants-server", "db.grants-option", "db.append-only");
  }

  @Test
  void a_connection_without_tls_is_seen_by_its_cipher() throws Exception {
    DataSource plain = fixture.schema().dataSource(1, "sslMode=DISABLED");
    assertThat(JdbcDatabaseProbe.of(plain, CLOCK).call().cipher()).isEmpty();
    assertThat(found(plain)).contains("db.tls");
  }

  @Test
  void a_connection_with_tls_is_seen_by_its_cipher() throws Exception {
    assumeTrue(offersTls(), "the embedded server has no TLS");
    DataSource encrypted = fixture.schema().dataSource(1, "sslMode=REQUIRED");
    DatabaseFacts facts = JdbcDatabaseProbe.of(encrypted, CLOCK).call();
    assertThat(facts.cipher()).isNotEmpty();
    assertThat(facts.tls()).startsWith("TLSv1.");
    assertThat(found(encrypted)).doesNotContain("db.tls");
  }

  private boolean offersTls() {
    String ask =
        "SELECT COUNT(*) FROM performance_schema.global_variables"
            + " WHERE variable_name IN ('have_ssl', 'tls_version') AND variable_value <> 'DISABLED'"
            + " AND variable_value <> ''";
    return !fixture.database().isMariaDb() && fixture.rows().number(ask) > 0;
  }

  @Test
  void a_clock_that_is_off_is_told_by_how_much() throws Exception {
    Clock slow = Clock.offset(CLOCK, Duration.ofHours(-1));
    DatabaseFacts facts = JdbcDatabaseProbe.of(fixture.dataSource(), slow).call();
    assertThat(facts.clockOff()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
  }

  @Test
  void a_session_in_another_time_zone_does_not_put_the_clock_off() throws Exception {
    DataSource far = fixture.schema().dataSource(1, "sessionVariables=time_zone='-08:00'");
    assertThat(JdbcDatabaseProbe.of(far, CLOCK).call().clockOff().abs())
        .isLessThan(Duration.ofMinutes(1));
  }
}
