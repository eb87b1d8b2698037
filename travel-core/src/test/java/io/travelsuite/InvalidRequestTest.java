package io.travelsuite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refuses values that can never be right. */
class InvalidRequestTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void the_ends_of_a_range_are_in_it(int value) {
    assertThatCode(() -> InvalidRequestException.within("leaders", value, 1, 16))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 17})
  void what_is_outside_is_refused_by_name_with_the_range(int value) {
    assertThatThrownBy(() -> InvalidRequestException.within("leaders", value, 1, 16))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("leaders must be 1 to 16, was: " + value);
  }

  @Test
  void anything_that_has_an_order_has_ranges() {
    assertThatThrownBy(
            () ->
                InvalidRequestException.within(
                    "lease", Duration.ofMillis(999), SECOND, Duration.ofHours(1)))
        .hasMessage("lease must be PT1S to PT1H, was: PT0.999S");
  }
}
