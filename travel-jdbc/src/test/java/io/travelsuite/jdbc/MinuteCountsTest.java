package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MinuteCountsTest {

  private static final long MINUTE = 60_000_000_000L;

  private final MinuteCounts counts = new MinuteCounts(2);

  @Test
  void so_many_a_minute_are_admitted_of_each_name_and_the_others_are_counted() {
    long start = Long.MAX_VALUE - MINUTE / 2; // nanoTime may run over

    assertThat(counts.admits("a", start)).isTrue();
    assertThat(counts.admits("a", start + 1)).isTrue();
    assertThat(counts.admits("a", start + MINUTE - 1)).isFalse();
    assertThat(counts.admits("b", start + MINUTE - 1)).isTrue();
    assertThat(counts.admits("a", start + MINUTE)).isTrue();
    assertThat(counts.takeOver("a")).isOne();
    assertThat(counts.takeOver("a")).isZero();
    assertThat(counts.takeOver("never heard of")).isZero();
  }

  @Test
  void what_could_not_be_written_down_is_not_forgotten() {
    counts.putBack("a", 7);
    assertThat(counts.takeAllOver()).isEqualTo(Map.of("a", 7L));
    assertThat(counts.takeAllOver()).isEmpty();
  }

  @Test
  void none_a_minute_admits_nothing() {
    MinuteCounts none = new MinuteCounts(0);
    assertThat(none.admits("a", 1)).isFalse();
    assertThat(none.takeOver("a")).isOne();
  }
}
