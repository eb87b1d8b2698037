package io.travelsuite.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteralFieldsTest {

  @Test
  void values_are_as_they_are_written() throws Refusal {
    String json =
        "{\"a\":1000.00,\"b\":1E3,\"c\":\"x\\n\",\"d\":true,\"e\":null,\"f\":[1,{\"a\":2}]}";
    assertThat(LiteralFields.of(bytes(json)))
        .containsExactly(
            Map.entry("a", "1000.00"),
            Map.entry("b", "1E3"),
            Map.entry("c", "x\n"),
            Map.entry("d", "true"));
  }

  @Test
  void what_two_readers_could_take_for_two_things_is_refused() {
    for (String json :
        List.of(
            "",
            "[]",
            "{",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1}x",
            "{\"a\":1}{}",
            "{\"a\":\"\\ud800\"}",
            "{\"\\udc00\":1}",
            "{\"a\":" + "[".repeat(100_000),
            "{\"a\":" + "1".repeat(100_000) + "}")) {
      assertThatThrownBy(() -> LiteralFields.of(bytes(json)))
          .isInstanceOf(Refusal.class)
          .hasMessage("malformed-payload");
    }
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
