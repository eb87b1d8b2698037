package io.travelsuite.jdbc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.security.rate.Algorithm;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateKey;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RatePolicy;
import io.travelsuite.security.rate.RateRule;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Rates in the database. */
class RateTest {

  private final TestClock clock = TestClock.create();
  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static RatePolicy policy(String rule, Algorithm algorithm) {
    return RatePolicy.of(
        "g", RateKey.everybody(), List.of(RateRule.parse(rule).countedBy(algorithm)));
  }

  private JdbcSecurity security(DataSource dataSource) {
    return JdbcSecurity.of(JdbcTravel.builder(dataSource).clock(clock).build(), AlertSink.none());
  }

  private JdbcSecurity byTheDatabasesClock() {
    return JdbcSecurity.of(fixture.travel(), AlertSink.none());
  }

  private static long allowed(RateLimiter limiter, String key, int tries) {
    return IntStream.range(0, tries).filter(i -> limiter.take(key, 1).allowed()).count();
  }

  @ParameterizedTest
  @EnumSource(names = {"GCRA", "SLIDING_LOG"})
  void ten_pass_and_the_eleventh_is_told_when_to_come_back(Algorithm algorithm) {
    RateLimiter limiter = security(fixture.dataSource()).rateLimiter(policy("10/m", algorithm));
    for (int left = 9; left >= 0; left--) {
      Decision decision = limiter.take("a", 1);
      assertThat(decision.allowed()).isTrue();
      assertThat(decision.remaining()).isEqualTo(left);
    }
    Decision denied = limiter.take("a", 1);
    assertThat(denied.allowed()).isFalse();
    assertThat(denied.remaining()).isZero();
    assertThat(denied.degraded()).isFalse();
    assertThat(limiter.take("b", 1).allowed()).isTrue();

    clock.advance(denied.retryAfter().minusNanos(1000));
    assertThat(limiter.take("a", 1).allowed()).isFalse();
    clock.advance(Duration.ofNanos(1000));
    assertThat(limiter.take("a", 1).allowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"GCRA", "SLIDING_LOG"})
  void the_databases_clock_does_as_well_as_a_tests(Algorithm algorithm) {
    RateLimiter limiter = byTheDatabasesClock().rateLimiter(policy("10/h", algorithm));

    assertThat(allowed(limiter, "a", 30)).isEqualTo(10);
    assertThat(limiter.take("a", 1).retryAfter())
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofMinutes(62));
    assertThat(limiter.take("b", 11).allowed()).isFalse();
    assertThat(limiter.take("b", 10).allowed()).isTrue();
  }

  @Test
  void a_statement_decides_as_the_algorithm_does() {
    RateLimiter limiter =
        security(fixture.dataSource()).rateLimiter(policy("10/m", Algorithm.GCRA));
    Random random = new Random(6);
    double tokens = 10;
    for (int i = 0; i < 1_500; i++) {
      int seconds = random.nextInt(8);
      int cost = 1 + random.nextInt(3);
      clock.advance(Duration.ofSeconds(seconds));
      tokens = Math.min(10, tokens + seconds / 6.0);
      boolean enough = tokens >= cost - 1e-9;
      assertThat(limiter.take("a", cost).allowed()).as("try " + i).isEqualTo(enough);
      tokens -= enough ? cost : 0;
    }
  }

  @Test
  void a_sliding_log_never_lets_more_than_the_limit_pass_in_any_window() {
    RateLimiter limiter =
        security(fixture.dataSource()).rateLimiter(policy("5/m", Algorithm.SLIDING_LOG));
    Random random = new Random(7);
    Deque<java.time.Instant> log = new ArrayDeque<>();
    int passed = 0;
    for (int i = 0; i < 1_000; i++) {
      clock.advance(Duration.ofMillis(random.nextInt(12_000)));
      if (limiter.take("a", 1).allowed()) {
        passed++;
        log.addLast(clock.instant());
        while (!log.getFirst().plusSeconds(60).isAfter(clock.instant())) {
          log.removeFirst();
        }
        assertThat(log).hasSizeLessThanOrEqualTo(5);
      }
    }
    assertThat(passed).isGreaterThan(300); // of about 500 that an exact log would let pass
  }

  @Test
  void new_keys_that_come_all_at_once_meet_no_deadlock_and_no_wrong_count() {
    JdbcTravel travel = fixture.newTravel(8);
    JdbcSecurity security = JdbcSecurity.of(travel, AlertSink.none());
    RateLimiter limiter = security.rateLimiter(policy("3/h", Algorithm.GCRA));
    List<List<Decision>> all =
        Race.run(
            8,
            thread ->
                IntStream.range(0, 60).mapToObj(key -> limiter.take("key-" + key, 1)).toList());

    List<Decision> decisions = all.stream().flatMap(List::stream).toList();
    assertThat(decisions).noneMatch(Decision::degraded);
    assertThat(decisions).filteredOn(Decision::allowed).hasSize(3 * 60);
  }

  @Test
  void pools_without_autocommit_other_drivers_and_row_counts_of_changes_do_as_well()
      throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(fixture.schema().jdbcUrl("useAffectedRows=true"));
    config.setAutoCommit(false);
    config.setMaximumPoolSize(2);
    try (HikariDataSource hostile = new HikariDataSource(config)) {
      RateLimiter limiter = security(hostile).rateLimiter(policy("10/m", Algorithm.GCRA));
      assertThat(allowed(limiter, "hostile", 30)).isEqualTo(10);
      assertThat(limiter.take("hostile", 1).retryAfter()).isEqualTo(Duration.ofSeconds(6));
    }
    DataSource other =
        new MariaDbDataSource(
            fixture.schema().jdbcUrl().replaceFirst("^jdbc:\\w+:", "jdbc:mariadb:"));
    RateLimiter limiter = security(other).rateLimiter(policy("10/m", Algorithm.GCRA));
    assertThat(allowed(limiter, "other", 30)).isEqualTo(10);
    assertThat(limiter.take("other", 1).retryAfter()).isEqualTo(Duration.ofSeconds(6));
    assertThat(limiter.take("hostile", 1).allowed()).isFalse();
  }

  @Test
  void only_a_hash_of_the_key_is_stored() {
    RateLimiter limiter = byTheDatabasesClock().rateLimiter(policy("10/h", Algorithm.GCRA));
    limiter.take("canary@example.com", 1);

    assertThat(fixture.rows().texts("SELECT CONCAT(LENGTH(key_hash)) FROM travel_rate"))
        .containsExactly("32");
    assertThat(
            fixture
                .rows()
                .texts("SELECT CAST(key_hash AS CHAR CHARACTER SET latin1) FROM travel_rate"))
        .noneMatch(text -> text.contains("canary"));
  }

  @Test
  void the_purge_takes_rows_that_say_nothing_in_batches_and_leaves_those_that_count() {
    JdbcSecurity security = security(fixture.dataSource());
    RateLimiter gcra = security.rateLimiter(policy("10/m", Algorithm.GCRA));
    RateLimiter log = security.rateLimiter(policy("10/m", Algorithm.SLIDING_LOG));
    for (int key = 0; key < 25; key++) {
      gcra.take("old-" + key, 10);
      log.take("old-" + key, 1);
    }
    clock.advance(Duration.ofMinutes(2));
    gcra.take("new", 10);
    log.take("new", 10);

    int purged = 0;
    for (int call = 0; call < 4; call++) {
      int batch = security.purgeRates(10);
      assertThat(batch).isLessThanOrEqualTo(20);
      purged += batch;
    }
    assertThat(purged).isEqualTo(50);
    assertThat(gcra.take("new", 1).allowed()).isFalse();
    assertThat(log.take("new", 1).allowed()).isFalse();
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_rate")).isEqualTo(1);
  }

  @Test
  void a_database_that_is_down_closes_sign_in_and_leaves_others_a_limiter_of_this_jvm() {
    List<Alert> alerts = new ArrayList<>();
    Outage outage = new Outage(fixture.dataSource());
    JdbcSecurity security = JdbcSecurity.of(JdbcTravel.builder(outage).build(), alerts::add);
    RateLimiter signIn =
        security.rateLimiter(policy("10/h", Algorithm.SLIDING_LOG).closedWhenDown());
    RateLimiter search = security.rateLimiter(policy("10/h", Algorithm.GCRA));
    assertThat(signIn.take("a", 1).degraded()).isFalse();

    outage.down(true);
    assertThat(signIn.take("a", 1).status()).isEqualTo(503);
    assertThat(allowed(search, "a", 30)).isEqualTo(10);
    assertThat(search.take("a", 1).degraded()).isTrue();
    assertThat(alerts).hasSize(2).allMatch(alert -> alert.rule().equals("rate-limit.store-down"));
  }

  @Test
  void what_the_database_cannot_count_by_is_refused() {
    JdbcSecurity security = byTheDatabasesClock();
    RatePolicy fixed = policy("10/m", Algorithm.FIXED_WINDOW);
    RatePolicy tooFast = policy("2000000/s", Algorithm.GCRA);

    assertThatThrownBy(() -> security.rateLimiter(fixed))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> security.leasedRateLimiter(fixed))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> security.rateLimiter(tooFast))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("2000000");
    assertThat(security.leasedRateLimiter(tooFast).take("a", 1).allowed()).isTrue();
    assertThatThrownBy(() -> security.purgeRates(0)).isInstanceOf(InvalidRequestException.class);
  }
}
