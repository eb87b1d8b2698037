package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.rate.RateRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPartsTest {

  private record Use(long at, int units) {}

  private static WindowParts empty(RateRule rule) {
    return WindowParts.of(rule, new byte[0]);
  }

  /** Units are used at the end of the part that they were taken from, the latest there may be. */
  @ParameterizedTest
  @ValueSource(strings = {"100/m", "100/s", "7/5s", "1/h", "1000000/d"})
  void no_window_holds_more_than_the_limit_even_if_units_are_used_late(String text) {
    RateRule rule = RateRule.parse(text);
    long window = rule.window().toNanos() / 1000;
    Random random = new Random(text.hashCode());
    WindowParts parts = empty(rule);
    Deque<Use> used = new ArrayDeque<>();
    long now = 1_800_000_000_000_000L;
    long inside = 0;
    for (int i = 0; i < 5_000; i++) {
      now += random.nextLong(window / 20);
      parts = WindowParts.of(rule, parts.at(now).stored());
      int units = Math.min(parts.left(), 1 + random.nextInt(rule.limit()));
      parts = parts.take(units);
      used.addLast(new Use(parts.partEnds() - 1, units));
      inside += units;
      while (used.getFirst().at() <= now - window) { // some may be used as early as now
        inside -= used.removeFirst().units();
      }
      assertThat(inside).isLessThanOrEqualTo(rule.limit());
    }
  }

  @Test
  void what_is_given_back_is_there_again_and_no_more() {
    RateRule rule = RateRule.parse("10/m");
    WindowParts parts = empty(rule).at(1_000_000_000L).take(8);
    long part = parts.part();

    assertThat(parts.giveBack(part, 5).left()).isEqualTo(7);
    WindowParts later = parts.at(1_030_000_000L);
    assertThat(later.giveBack(part, 8).left()).isEqualTo(10);
    assertThat(later.giveBack(part, 9).left()).isEqualTo(10);
    assertThat(parts.at(1_100_000_000L).giveBack(part, 8).left()).isEqualTo(10);
  }

  @Test
  void a_clock_that_goes_back_does_not_bring_units_back() {
    WindowParts parts = empty(RateRule.parse("10/m")).at(2_000_000_000L).take(10);

    assertThat(parts.at(1_000_000_000L).left()).isZero();
    assertThat(parts.at(1_000_000_000L).part()).isEqualTo(parts.part());
  }

  @Test
  void it_tells_when_units_are_left_again_and_when_it_says_nothing_any_more() {
    WindowParts parts = empty(RateRule.parse("10/m")).at(1_000_000_000L).take(4);
    parts = parts.at(1_030_000_000L).take(6);

    long four = parts.leftAgain(4);
    assertThat(parts.at(four - 1).left()).isZero();
    assertThat(parts.at(four).left()).isEqualTo(4);
    long all = parts.leftAgain(10);
    assertThat(parts.at(all - 1).left()).isEqualTo(4);
    assertThat(parts.at(all).left()).isEqualTo(10);
    assertThat(parts.staleAt()).isGreaterThanOrEqualTo(all);
  }
}
