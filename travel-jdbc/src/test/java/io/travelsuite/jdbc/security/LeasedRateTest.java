package io.travelsuite.jdbc.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.Race;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateKey;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RatePolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units leased from the database; each {@link JdbcSecurity} is what a JVM has. */
class LeasedRateTest {

  private static final RatePolicy POLICY = RatePolicy.of("g", RateKey.everybody(), "1000/h");

  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private JdbcSecurity jvm() {
    return JdbcSecurity.of(fixture.travel(), AlertSink.none());
  }

  private static long allowed(RateLimiter limiter, int tries) {
    return IntStream.range(0, tries).filter(i -> limiter.take("hot", 1).allowed()).count();
  }

  @Test
  void what_was_leased_and_not_used_comes_back_on_close() {
    try (JdbcSecurity one = jvm();
        JdbcSecurity other = jvm()) {
      assertThat(allowed(one.leasedRateLimiter(POLICY), 100)).isEqualTo(100);
      one.close();

      assertThat(allowed(other.leasedRateLimiter(POLICY), 2_000)).isEqualTo(900);
    }
  }

  @Test
  void control_what_is_not_given_back_is_nobody_elses_meanwhile() {
    try (JdbcSecurity one = jvm();
        JdbcSecurity other = jvm()) {
      assertThat(allowed(one.leasedRateLimiter(POLICY), 100)).isEqualTo(100);

      assertThat(allowed(other.leasedRateLimiter(POLICY), 2_000)).isBetween(840L, 899L);
    }
  }

  @Test
  void two_that_go_on_asking_give_out_all_of_it_together_and_no_more() {
    try (JdbcSecurity one = jvm();
        JdbcSecurity other = jvm()) {
      List<RateLimiter> limiters =
          List.of(one.leasedRateLimiter(POLICY), other.leasedRateLimiter(POLICY));
      List<Long> passed = Race.run(8, thread -> allowed(limiters.get(thread % 2), 1_000));

      assertThat(passed.stream().mapToLong(count -> count).sum()).isEqualTo(1_000);
      Decision denied = limiters.get(0).take("hot", 1);
      assertThat(denied.degraded()).isFalse();
      assertThat(denied.retryAfter())
          .isGreaterThan(Duration.ofMinutes(59))
          .isLessThanOrEqualTo(Duration.ofMinutes(62));
    }
  }

  @Test
  void a_cost_is_taken_whole_from_a_lease_or_from_the_next() {
    try (JdbcSecurity jvm = jvm()) {
      RateLimiter limiter = jvm.leasedRateLimiter(POLICY);
      int passed = 0;
      for (int i = 0; i < 400; i++) {
        passed += limiter.take("hot", 7).allowed() ? 7 : 0;
      }
      assertThat(passed).isEqualTo(994);
      assertThat(limiter.take("hot", 6).allowed()).isTrue();
      assertThat(limiter.take("hot", 1).allowed()).isFalse();
    }
  }
}
