package io.travelsuite.payments.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads and writes JSON. Strict: a name given twice, or anything behind the value, is no JSON,
 * since two readers could take it for two things. Numbers keep their literal digits.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * Reads a value.
   *
   * @param bytes what may be JSON in UTF-8
   * @return the value, or empty if it is no JSON, or none of this kind of reader's
   */
  public static Optional<JsonNode> read(byte[] bytes) {
    try {
      JsonNode value = MAPPER.readTree(bytes);
      return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    } catch (IOException | NumberFormatException notJson) { // the latter by an exponent too long
      return Optional.empty();
    }
  }

  /**
   * Writes a value.
   *
   * @param value a tree, a map or a list of plain values
   * @return its JSON in UTF-8
   */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
