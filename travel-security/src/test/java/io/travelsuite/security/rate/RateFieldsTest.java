package io.travelsuite.security.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.security.Vectors;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateFieldsTest {

  private static final RatePolicy ONE = RatePolicy.of("search", RateKey.everybody(), "10/m");
  private static final RatePolicy TWO = RatePolicy.of("book", RateKey.everybody(), "100/h", "10/m");

  private static Stream<JsonNode> vectors(String file) {
    return StreamSupport.stream(
        Vectors.json("structured-fields/" + file + ".json").spliterator(), false);
  }

  @Test
  void a_refusal_says_when_to_come_back_in_whole_seconds_rounded_up() {
    RateRule rule = ONE.rules().get(0);
    Decision soon = Decision.denied(rule, 0, Duration.ofNanos(1), Duration.ofSeconds(60));
    Decision late = Decision.denied(rule, 0, Duration.ofMillis(5001), Duration.ofSeconds(60));

    assertThat(RateFields.of(soon)).isEqualTo(Map.of("Retry-After", "1"));
    assertThat(RateFields.of(late)).isEqualTo(Map.of("Retry-After", "6"));
    assertThat(RateFields.of(Decision.allowed(rule, 9, Duration.ofSeconds(6)))).isEmpty();
  }

  @Test
  void the_fields_of_the_draft_name_each_rule_and_what_is_left_of_the_tightest() {
    RateRule burst = TWO.rules().get(0);
    Decision allowed = Decision.allowed(burst, 3, Duration.ofMillis(41_500));

    assertThat(RateFields.withLimits(TWO, allowed))
        .isEqualTo(
            Map.of(
                "RateLimit-Policy", "\"book 10/m\";q=10;w=60, \"book 100/h\";q=100;w=3600",
                "RateLimit", "\"book 10/m\";r=3;t=42"));
  }

  @Test
  void retry_after_is_never_earlier_than_the_reset_that_is_told() {
    Decision denied =
        Decision.denied(ONE.rules().get(0), 0, Duration.ofSeconds(6), Duration.ofSeconds(60));

    assertThat(RateFields.withLimits(ONE, denied))
        .containsEntry("Retry-After", "6")
        .containsEntry("RateLimit", "\"search\";r=0;t=6");
  }

  @Test
  void what_was_not_counted_tells_of_no_limit() {
    Decision uncounted = Decision.uncounted(ONE.rules().get(0));

    assertThat(RateFields.withLimits(ONE, uncounted)).isEmpty();
    assertThatThrownBy(uncounted::status).isInstanceOf(IllegalStateException.class);
  }

  static Stream<JsonNode> strings() {
    return Stream.concat(vectors("string"), vectors("string-generated"))
        .filter(vector -> vector.path("expected").path(0).isTextual());
  }

  @ParameterizedTest
  @MethodSource("strings")
  void a_string_is_written_as_its_vector_says(JsonNode vector) {
    String text = vector.path("expected").path(0).asText();
    if (vector.path("must_fail").asBoolean()) {
      assertThatThrownBy(() -> StructuredFields.string(text))
          .isInstanceOf(IllegalArgumentException.class);
    } else {
      JsonNode canonical = vector.has("canonical") ? vector.get("canonical") : vector.get("raw");
      assertThat(StructuredFields.string(text)).isEqualTo(canonical.path(0).asText());
    }
  }

  static Stream<JsonNode> integers() {
    return vectors("number").filter(vector -> vector.path("expected").path(0).isIntegralNumber());
  }

  @ParameterizedTest
  @MethodSource("integers")
  void an_integer_is_written_as_its_vector_says(JsonNode vector) {
    assertThat(vector.path("must_fail").asBoolean()).isTrue();
    assertThatThrownBy(() -> StructuredFields.integer(vector.path("expected").path(0).asLong()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<JsonNode> keys() {
    return vectors("key-generated")
        .filter(vector -> vector.path("header_type").asText().equals("dictionary"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_key_is_refused_or_written_as_its_vector_says(JsonNode vector) {
    String key = vector.path("expected").path(0).path(0).asText();
    if (vector.path("must_fail").asBoolean()) {
      assertThatThrownBy(() -> StructuredFields.parameter(key, 1))
          .isInstanceOf(IllegalArgumentException.class);
    } else {
      assertThat(StructuredFields.parameter(key, 1)).isEqualTo(";" + key + "=1");
    }
  }
}
