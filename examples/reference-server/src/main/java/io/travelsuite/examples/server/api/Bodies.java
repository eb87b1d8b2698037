package io.travelsuite.examples.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.travelsuite.examples.server.edge.RequestBodies;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.secret.CardNumbers;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.input.Violation;
import io.travelsuite.security.input.Violations;
import io.travelsuite.security.web.RequestLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads bodies strictly, and writes answers. */
final class Bodies {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** Which rules' values are nobody's secret, so that a problem may repeat them. */
  private static final Set<String> SHOWN =
      Set.of("reference", "date", "integer", "boolean", "choice", "money");

  private static final int MOST_SHOWN = 100;

  private static final JsonMapper JSON =
      RequestBodies.mapper(
              new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Bodies() {}

  /** The body of a request, checked by rules; what is not in them is refused. */
  static Map<String, Object> read(Context context, InputRules rules) {
    String type = context.contentType();
    byte[] bytes = bytes(context, RequestLimits.JSON_BODY_BYTES);
    if (bytes.length > 0
        && (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json *(;.*)?"))) {
      throw Problem.of(415, "unsupported-media-type", "the body must be application/json")
          .exception();
    }
    Map<String, Object> body = parsed(bytes);
    check(rules, body);
    return body;
  }

  private static Map<String, Object> parsed(byte[] bytes) {
    try {
      Map<String, Object> body = bytes.length == 0 ? Map.of() : JSON.readValue(bytes, OBJECT);
      if (body != null) {
        return body;
      }
    } catch (IOException e) {
      // what the parser says of it may repeat the body
    }
    throw Problem.of(400, "malformed-body", "the body must be a JSON object").exception();
  }

  static byte[] bytes(Context context, int most) {
    try {
      return RequestBodies.read(context, most)
          .orElseThrow(
              () -> Problem.of(413, "content-too-large", "the body is too large").exception());
    } catch (IOException e) {
      throw Problem.of(400, "malformed-body", "the body did not come").exception();
    }
  }

  /** All that is wrong with an input, at once. */
  static void check(InputRules rules, Map<String, Object> input) {
    if (rules.check(input) instanceof Violations wrong) {
      List<Problem.FieldError> errors =
          wrong.violations().stream().map(violation -> error(violation, input)).toList();
      throw Problem.fields(errors).exception();
    }
  }

  private static Problem.FieldError error(Violation violation, Map<String, Object> input) {
    return new Problem.FieldError(
        "#" + violation.pointer(),
        violation.code(),
        violation.detail(),
        SHOWN.contains(violation.code()) ? shown(at(violation.pointer(), input)) : null);
  }

  private static @Nullable Object at(String pointer, Object input) {
    Object at = input;
    for (String name : pointer.substring(1).split("/", -1)) {
      if (at instanceof Map<?, ?> fields) {
        at = fields.get(name);
      } else if (at instanceof List<?> list && name.matches("[0-9]{1,5}")) {
        int index = Integer.parseInt(name);
        at = index < list.size() ? list.get(index) : null;
      } else {
        return null;
      }
    }
    return at;
  }

  private static @Nullable String shown(@Nullable Object value) {
    boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
    if (!plain) {
      return null;
    }
    String text = String.valueOf(value).replaceAll("[^ -~]", "?");
    return text.length() > MOST_SHOWN || CardNumbers.found(text) ? null : text;
  }

  /** An answer with a body. */
  static HttpAnswer json(int status, Object body) {
    return HttpAnswer.of(status, "application/json", text(body));
  }

  /** An answer of a JSON object with one more field. */
  static HttpAnswer with(HttpAnswer answer, String field, String value) {
    try {
      Map<String, Object> body = new LinkedHashMap<>(JSON.readValue(answer.body(), OBJECT));
      body.put(field, value);
      return new HttpAnswer(
          answer.status(), answer.headers(), text(body).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("an answer that is no JSON object", e);
    }
  }

  static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }
}
