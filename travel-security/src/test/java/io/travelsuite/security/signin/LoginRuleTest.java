package io.travelsuite.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoginRuleTest {

  private static final Instant START = Instant.parse("2027-01-15T08:30:00Z");

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  @Test
  void a_window_rolls_and_is_free_again_to_the_moment() {
    LoginRule rule = LoginRule.of(new TryWindow(2, Duration.ofSeconds(60)));
    List<Instant> tries = List.of(at(0), at(10));

    assertThat(rule.waiting(tries, at(10))).isEqualTo(Duration.ofSeconds(50));
    assertThat(rule.waiting(tries, at(60).minusMillis(1))).isEqualTo(Duration.ofMillis(1));
    assertThat(rule.waiting(tries, at(60))).isZero();
  }

  @Test
  void the_delay_doubles_up_to_its_longest() {
    LoginRule rule =
        LoginRule.of(new TryWindow(100, Duration.ofDays(1)))
            .delaying(3, Duration.ofSeconds(1), Duration.ofSeconds(6));
    List<Instant> tries = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      waits.add(rule.waiting(tries, START).toSeconds());
      tries.add(START);
    }
    assertThat(waits).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 6L);
  }

  /** A fixed window would let twice as many through around its edge. */
  @Test
  void whatever_the_times_of_the_tries_no_stretch_holds_more_than_the_rule_says() {
    for (int seed = 0; seed < 50; seed++) {
      Random dice = new Random(seed);
      LoginRule rule =
          LoginRule.of(
              new TryWindow(5, Duration.ofMinutes(15)), new TryWindow(12, Duration.ofHours(2)));
      List<Instant> permitted = new ArrayList<>();
      Instant now = START;
      for (int i = 0; i < 2000; i++) {
        now = now.plusMillis(dice.nextInt(60_000));
        Instant since = now.minus(rule.memory());
        List<Instant> recent = permitted.stream().filter(t -> t.isAfter(since)).toList();
        if (rule.waiting(recent, now).isZero()) {
          permitted.add(now);
        }
      }
      for (TryWindow window : rule.windows()) {
        assertThat(most(permitted, window.length())).as("seed %d", seed).isEqualTo(window.most());
      }
    }
  }

  private static long most(List<Instant> times, Duration length) {
    return times.stream()
        .mapToLong(
            from ->
                times.stream()
                    .filter(t -> !t.isBefore(from) && t.isBefore(from.plus(length)))
                    .count())
        .max()
        .orElse(0);
  }
}
