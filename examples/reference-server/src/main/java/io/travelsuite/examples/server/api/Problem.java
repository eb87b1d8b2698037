package io.travelsuite.examples.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.idempotency.http.HttpAnswer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as clients read it (RFC 9457).
 *
 * @param status of the answer
 * @param code what it is, for programs: {@code sold-out}
 * @param detail what it is, for people
 * @param errors the fields that are wrong, all at once; often none
 */
record Problem(int status, String code, String detail, List<FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** A type needs not lead anywhere (RFC 9457, section 3.1.1): a tag (RFC 4151) does not. */
  private static final String TYPE = "tag:travelsuite.io,2026:";

  /**
   * A field that is wrong.
   *
   * @param pointer where it is, {@code #/customer/email}
   * @param code what is wrong, for programs
   * @param detail what it must be
   * @param value what it was; null where it may be personal, a secret, or long
   */
  record FieldError(String pointer, String code, String detail, @Nullable String value) {}

  static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of());
  }

  static Problem of(Why why, String detail) {
    return of(status(why), why.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail);
  }

  static Problem fields(List<FieldError> errors) {
    return new Problem(
        422, "invalid-fields", errors.size() + " of the fields are not as they must be", errors);
  }

  private static int status(Why why) {
    return switch (why) {
      case NO_SUCH_PRODUCT,
          NO_SUCH_OPTION,
          NO_SUCH_DEPARTURE,
          NO_SUCH_BOOKING,
          NO_SUCH_REFUND,
          NO_SUCH_PARTNER,
          NO_SUCH_DELIVERY,
          NO_SUCH_POOL ->
          404;
      case UNAUTHORIZED -> 401;
      case PAYMENT_DECLINED -> 402;
      case NOT_PERMITTED, SECOND_PERSON_NEEDED -> 403;
      case CHANGED_MEANWHILE -> 412;
      case KEY_USED -> 422;
      case BUSY, TOO_MANY_LISTENERS -> 503;
      default -> 409;
    };
  }

  HttpAnswer answer() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", TYPE + code).put("title", code.replace('-', ' ')).put("status", status);
    json.put("detail", detail);
    if (!errors.isEmpty()) {
      ArrayNode list = json.putArray("errors");
      errors.forEach(error -> add(list.addObject(), error));
    }
    HttpAnswer answer = HttpAnswer.of(status, MEDIA_TYPE, json.toString());
    return status == 503 ? answer.header("Retry-After", "1") : answer;
  }

  private static void add(ObjectNode json, FieldError error) {
    json.put("pointer", error.pointer()).put("code", error.code()).put("detail", error.detail());
    if (error.value() != null) {
      json.put("value", error.value());
    }
  }

  /** {@return to be thrown, which ends the request} */
  ProblemException exception() {
    return new ProblemException(this);
  }
}
