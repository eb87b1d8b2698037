package io.travelsuite.security.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateRuleTest {

  @ParameterizedTest
  @CsvSource({
    "10/m, 10, 60, 10/m",
    "100/h, 100, 3600, 100/h",
    "5/15m, 5, 900, 5/15m",
    "0/s, 0, 1, 0/s",
    "1000000000/1d, 1000000000, 86400, 1000000000/d",
    "7/60s, 7, 60, 7/m",
    "7/90s, 7, 90, 7/90s",
    "1/366d, 1, 31622400, 1/366d"
  })
  void a_rule_is_read_and_written(String text, int limit, long seconds, String written) {
    RateRule rule = RateRule.parse(text);

    assertThat(rule.limit()).isEqualTo(limit);
    assertThat(rule.window()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(rule.text()).isEqualTo(written);
    assertThat(RateRule.parse(written)).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10/week",
        "10/w",
        "10/min",
        "10/second",
        "10/M",
        "10/minute",
        "10/mo",
        "10/y",
        "10/ms",
        "10",
        "10/",
        "/m",
        "",
        "/",
        "10//m",
        "10/m/s",
        "10/m ",
        " 10/m",
        "10 /m",
        "10/ m",
        "+10/m",
        "-1/m",
        "010/m",
        "1e3/m",
        "1,000/m",
        "1_000/m",
        "1.5/m",
        "0x10/m",
        "10/0m",
        "10/05m",
        "10/-5m",
        "10/1.5m",
        "10/367d",
        "1000000001/s",
        "99999999999/s",
        "١٠/m",
        "１０/m",
        "10/m\n",
        "10/m\0",
        "10 per m",
        "10/s10",
        "ten/m",
        "10/99999999d",
        "10/m10/m10/m10/m10/m10/m10/m10/m10/m"
      })
  void what_is_ambiguous_or_none_is_refused_and_named(String text) {
    assertThatThrownBy(() -> RateRule.parse(text))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageMatching("(?s)(rule|window|limit) must .*");
  }

  @Test
  void a_unit_that_is_none_is_told_with_those_that_are() {
    assertThatThrownBy(() -> RateRule.parse("10/week"))
        .hasMessageContainingAll("units s, m, h, d", "10/week");
  }

  @Test
  void a_log_of_more_than_a_thousand_is_refused() {
    assertThatThrownBy(() -> RateRule.parse("1001/h").countedBy(Algorithm.SLIDING_LOG))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void no_text_makes_the_parser_throw_anything_else() {
    long seed = Long.getLong("travel.seed", System.nanoTime());
    System.out.println("fuzzing rules: seed " + seed);
    Random random = new Random(seed);
    String alphabet = "0123456789/smhd10/m -+e.,_wMé\0１";
    int read = 0;
    for (int i = 0; i < Integer.getInteger("travel.fuzz", 200_000); i++) {
      StringBuilder text = new StringBuilder();
      for (int at = random.nextInt(8); at > 0; at--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        RateRule rule = RateRule.parse(text.toString());
        assertThat(RateRule.parse(rule.text())).isEqualTo(rule);
        read++;
      } catch (InvalidRequestException e) {
        assertThat(e.field()).isIn("rule", "window", "limit");
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void a_megabyte_is_refused_at_once_and_not_repeated_in_the_message() {
    for (String part : new String[] {"1", "/", "1/", "m"}) {
      long before = System.nanoTime();
      assertThatThrownBy(() -> RateRule.parse(part.repeat(1_000_000 / part.length())))
          .isInstanceOf(InvalidRequestException.class)
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }
  }
}
