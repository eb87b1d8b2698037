package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a JSON object as they are written, for providers that sign values rather than
 * bytes: {@code 1000.0} stays {@code 1000.0}, which a number read and written again would not.
 */
final class LiteralFields {

  /** A name given twice could be signed as one value and acted on as the other. */
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private LiteralFields() {}

  /** Texts, numbers and truths by name, in their order; without nulls, objects and arrays. */
  static Map<String, String> of(byte[] json) throws Refusal {
    try (JsonParser parser = STRICT.createParser(json)) {
      unless(parser.nextToken() == JsonToken.START_OBJECT, RejectionReason.MALFORMED_PAYLOAD);
      Map<String, String> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          parser.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          fields.put(unicode(name), unicode(parser.getText()));
        }
      }
      unless(parser.nextToken() == null, RejectionReason.MALFORMED_PAYLOAD);
      return fields;
    } catch (IOException notJson) {
      throw new Refusal(RejectionReason.MALFORMED_PAYLOAD);
    }
  }

  /** Half a surrogate pair would be signed as the question mark that it is encoded as. */
  private static String unicode(String text) throws Refusal {
    boolean isUnicode = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    unless(isUnicode, RejectionReason.MALFORMED_PAYLOAD);
    return text;
  }
}
