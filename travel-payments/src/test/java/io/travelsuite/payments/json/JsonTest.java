package io.travelsuite.payments.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{} {}",
        "{\"a\":1,\"a\":1}",
        "1e99999999999",
        "{\"a\":1731e99456704200}"
      })
  void what_two_readers_could_take_for_two_things_or_nobody_can_read_is_no_json(String text) {
    assertThat(Json.read(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void a_number_keeps_its_digits() {
    assertThat(Json.read("[0.10,1e3]".getBytes(UTF_8)).orElseThrow().get(0).asText())
        .isEqualTo("0.10");
  }
}
