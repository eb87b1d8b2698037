package io.travelsuite.security.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.address.ClientAddress;
import io.travelsuite.security.address.RequestHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalRateLimiterTest {

  private static final RateKey BY_ADDRESS = RateKey.clientAddress(ClientAddress.ofPeer());

  private final Ticks ticks = new Ticks();

  private LocalRateLimiter limiter(RatePolicy policy) {
    return new LocalRateLimiter(policy, LocalRateLimiter.USUAL_BYTES, ticks);
  }

  private LocalRateLimiter limiter(String rule, Algorithm algorithm) {
    return limiter(
        RatePolicy.of("g", BY_ADDRESS, List.of(RateRule.parse(rule).countedBy(algorithm))));
  }

  private static RateRequest request(String method, String peer) {
    return new RateRequest(method, peer, RequestHeaders.none(), null);
  }

  private static long allowed(RateLimiter limiter, String key, int tries) {
    return IntStream.range(0, tries).filter(i -> limiter.take(key, 1).allowed()).count();
  }

  @ParameterizedTest
  @EnumSource
  void ten_pass_and_the_eleventh_is_denied(Algorithm algorithm) {
    LocalRateLimiter limiter = limiter("10/m", algorithm);
    for (int left = 9; left >= 0; left--) {
      Decision decision = limiter.take("a", 1);
      assertThat(decision.allowed()).isTrue();
      assertThat(decision.remaining()).isEqualTo(left);
      assertThat(decision.retryAfter()).isZero();
    }
    Decision denied = limiter.take("a", 1);
    assertThat(denied.allowed()).isFalse();
    assertThat(denied.limit()).isEqualTo(10);
    assertThat(denied.remaining()).isZero();
    assertThat(denied.status()).isEqualTo(429);
    assertThat(denied.degraded()).isFalse();
    assertThat(denied.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(limiter.take("b", 1).allowed()).isTrue();

    ticks.pass(denied.retryAfter().minusNanos(1));
    assertThat(limiter.take("a", 1).allowed()).isFalse();
    ticks.pass(Duration.ofNanos(1));
    assertThat(limiter.take("a", 1).allowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void all_of_it_is_there_again_when_the_decision_says(Algorithm algorithm) {
    LocalRateLimiter limiter = limiter("10/m", algorithm);
    allowed(limiter, "a", 4);
    ticks.pass(Duration.ofSeconds(1));
    Decision last = limiter.take("a", 3);

    ticks.pass(last.resetAfter());
    assertThat(allowed(limiter, "a", 20)).isEqualTo(10);
  }

  @Test
  void the_eleventh_post_in_a_minute_is_denied_and_a_get_is_not_counted() {
    LocalRateLimiter limiter =
        limiter(RatePolicy.of("create_booking", BY_ADDRESS, "10/m").methods("POST"));
    for (int i = 0; i < 10; i++) {
      assertThat(limiter.decide(request("GET", "192.0.2.1")).standing())
          .isEqualTo(Decision.Standing.UNCOUNTED);
      assertThat(limiter.decide(request("POST", "192.0.2.1:" + (1000 + i))).allowed()).isTrue();
    }
    Decision denied = limiter.decide(request("POST", "192.0.2.1:99"));
    assertThat(denied.allowed()).isFalse();
    assertThat(RateFields.of(denied)).containsEntry("Retry-After", "6");
    assertThat(limiter.decide(request("GET", "192.0.2.1")).allowed()).isTrue();
    assertThat(limiter.decide(request("POST", "192.0.2.2")).allowed()).isTrue();
  }

  @Test
  void a_burst_and_a_sustained_rule_hold_together_and_the_tightest_speaks() {
    LocalRateLimiter limiter = limiter(RatePolicy.of("g", BY_ADDRESS, "100/h", "10/m"));
    int passed = 0;
    for (int minute = 0; minute < 60; minute++) {
      passed += (int) allowed(limiter, "a", 20);
      ticks.pass(Duration.ofMinutes(1));
    }
    // a burst of 100 in ten minutes, then what comes back of the hour: 100 in 60 minutes
    assertThat(passed).isBetween(190, 200);
    assertThat(limiter.take("b", 1).rule().text()).isEqualTo("10/m");
    assertThat(allowed(limiter, "b", 20)).isEqualTo(9);
    assertThat(limiter.take("b", 1).rule().text()).isEqualTo("10/m");
  }

  @Test
  void a_signed_in_user_is_counted_by_id_and_another_by_address() {
    RateKey key = RateKey.userOrAddress(ClientAddress.ofPeer());
    RateRequest signedIn = new RateRequest("GET", "192.0.2.1", RequestHeaders.none(), "u1");

    assertThat(key.of(signedIn)).isEqualTo("user:u1");
    assertThat(key.of(request("GET", "192.0.2.1"))).isEqualTo("address:192.0.2.1");
    assertThat(key.of(request("GET", "[2001:db8::1]:80"))).isEqualTo("address:2001:db8::/64");
    assertThat(key.of(request("GET", "nonsense"))).isEqualTo("address:unknown");
  }

  @ParameterizedTest
  @EnumSource
  void a_limit_of_zero_denies_everything(Algorithm algorithm) {
    LocalRateLimiter limiter = limiter("0/m", algorithm);

    assertThat(allowed(limiter, "a", 5)).isZero();
    ticks.pass(Duration.ofDays(1));
    assertThat(limiter.take("a", 1).allowed()).isFalse();
    assertThat(RateFields.of(limiter.take("a", 1))).containsEntry("Retry-After", "60");
  }

  @ParameterizedTest
  @EnumSource
  void a_cost_is_taken_whole_or_not_at_all(Algorithm algorithm) {
    LocalRateLimiter limiter = limiter("10/m", algorithm);

    assertThat(limiter.take("a", 7).remaining()).isEqualTo(3);
    assertThat(limiter.take("a", 4).allowed()).isFalse();
    assertThat(limiter.take("a", 3).allowed()).isTrue();
    assertThat(limiter.take("b", 11).allowed()).isFalse();
    assertThat(limiter.take("b", 10).allowed()).isTrue();
    assertThatThrownBy(() -> limiter.take("a", 0)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> limiter.take("a", -1)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_sliding_log_keeps_the_limit_where_two_windows_meet() {
    assertThat(acrossTheBoundary(Algorithm.SLIDING_LOG)).isEqualTo(10);
  }

  @Test
  void control_fixed_windows_let_twice_the_limit_pass_where_they_meet() {
    assertThat(acrossTheBoundary(Algorithm.FIXED_WINDOW)).isEqualTo(20);
  }

  private long acrossTheBoundary(Algorithm algorithm) {
    LocalRateLimiter limiter = limiter("10/m", algorithm);
    ticks.pass(Duration.ofMillis(59_950));
    long before = allowed(limiter, "a", 50);
    ticks.pass(Duration.ofMillis(100));
    return before + allowed(limiter, "a", 50);
  }

  @ParameterizedTest
  @EnumSource
  void of_eight_threads_exactly_the_limit_passes(Algorithm algorithm) {
    for (int round = 0; round < 20; round++) {
      LocalRateLimiter limiter = limiter("1000/m", algorithm);
      assertThat(passing(() -> limiter.take("a", 1).allowed())).isEqualTo(1000);
    }
  }

  @Test
  void control_a_limiter_that_looks_and_then_writes_lets_more_pass() {
    int most = 0;
    for (int round = 0; round < 200 && most <= 1000; round++) {
      int[] used = {0};
      int passed =
          passing(
              () -> {
                int seen = used[0];
                LockSupport.parkNanos(1);
                used[0] = seen + 1;
                return seen < 1000;
              });
      most = Math.max(most, passed);
    }
    assertThat(most).isGreaterThan(1000);
  }

  private interface Try {
    boolean passes();
  }

  private static int passing(Try one) {
    AtomicInteger passed = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < 500; i++) {
                  if (one.passes()) {
                    passed.incrementAndGet();
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    threads.forEach(
        thread -> {
          try {
            thread.join();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    return passed.get();
  }
}
