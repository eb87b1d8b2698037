package io.travelsuite.idempotency.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

  @Test
  void an_answer_is_read_as_it_was_written_to_the_byte() {
    byte[] body = new byte[256];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) i;
    }
    HttpAnswer binary =
        new HttpAnswer(
            201, Map.of("Link", List.of("<a>; rel=\"b\"", "<c>,"), "ETag", List.of("\"é\"")), body);
    HttpAnswer empty = new HttpAnswer(204, Map.of(), new byte[0]);

    for (HttpAnswer answer : List.of(binary, empty)) {
      assertThat(HttpAnswer.FORM.read(HttpAnswer.FORM.write(answer))).isEqualTo(answer);
    }
  }

  @Test
  void a_header_that_would_split_the_response_is_refused() {
    assertThatThrownBy(() -> HttpAnswer.of(200, "text/plain\r\nSet-Cookie: a=b", ""))
        .isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8e03978e-40d5", "\"8e03978e-40d5\"", "  8e03978e-40d5 "})
  void a_quoted_and_a_bare_key_are_one(String header) {
    assertThat(IdempotencyKey.parse(List.of(header))).contains("8e03978e-40d5");
  }

  @Test
  void a_quoted_key_may_have_escapes_spaces_and_commas() {
    assertThat(IdempotencyKey.parse(List.of("\"a\\\"b\\\\c, d\""))).contains("a\"b\\c, d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "\"a",
        "a\"",
        "a b",
        "a,b",
        "\"a\\n\"",
        "ä",
        "\"ä\"",
        "\"a\",\"b\""
      })
  void what_is_not_one_key_is_none(String header) {
    assertThat(IdempotencyKey.parse(List.of(header))).isEmpty();
  }

  @Test
  void none_two_or_one_too_long_are_none() {
    assertThat(IdempotencyKey.parse(List.of())).isEmpty();
    assertThat(IdempotencyKey.parse(List.of("a", "a"))).isEmpty();
    assertThat(IdempotencyKey.parse(List.of("k".repeat(256)))).isEmpty();
    assertThat(IdempotencyKey.parse(List.of("k".repeat(255)))).isPresent();
    assertThat(IdempotencyKey.parse(List.of("\"" + "\\\\".repeat(255) + "\""))).isPresent();
    assertThat(IdempotencyKey.parse(List.of("\"".repeat(1_000_000)))).isEmpty();
  }
}
