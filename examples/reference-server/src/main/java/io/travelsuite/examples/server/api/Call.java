package io.travelsuite.examples.server.api;

import io.javalin.http.Context;
import io.travelsuite.UuidText;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.shop.Shopper;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.idempotency.http.IdempotencyKey;
import io.travelsuite.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters and body are as the route's rules say.
 *
 * @param context of the request
 * @param caller who sent it
 * @param query its parameters
 * @param body its fields
 */
record Call(Context context, Caller caller, Map<String, Object> query, Map<String, Object> body) {

  private static final int MOST_TAG = 200;
  private static final String ONCE = Call.class.getName() + ".once";

  Shopper shopper() {
    return new Shopper(caller.subject());
  }

  String path(String name) {
    return context.pathParam(name);
  }

  /** An id of the path; what has not its form is as good as none. */
  UUID id(String name) {
    return UuidText.parse(context.pathParam(name))
        .orElseThrow(() -> Problem.of(404, "not-found", "there is nothing of that id").exception());
  }

  /** All headers with the key; a keyed route is only reached with one that is good. */
  List<String> keys() {
    return Collections.list(context.req().getHeaders(IdempotencyKey.HEADER));
  }

  String key() {
    return IdempotencyKey.parse(keys()).orElseThrow();
  }

  @Nullable String text(String name) {
    return (String) body.get(name);
  }

  String needed(String name) {
    return String.valueOf(body.get(name));
  }

  int number(String name, int otherwise) {
    return body.get(name) instanceof Number number ? number.intValue() : otherwise;
  }

  /** A list of objects; empty when it is left out. */
  @SuppressWarnings("unchecked") // the rules have checked it
  List<Map<String, Object>> objects(String name) {
    Object list = body.get(name);
    return list == null ? List.of() : (List<Map<String, Object>>) list;
  }

  @SuppressWarnings("unchecked") // the rules have checked it
  Map<String, Object> object(String name) {
    Object object = body.get(name);
    return object == null ? Map.of() : (Map<String, Object>) object;
  }

  @Nullable String asked(String name) {
    Object value = query.get(name);
    return value == null ? null : String.valueOf(value);
  }

  int asked(String name, int otherwise) {
    return query.get(name) instanceof Number number ? number.intValue() : otherwise;
  }

  /** Refuses an edit of something that is not as the client read it (RFC 9110, section 13.1.1). */
  void checkMatch(String tag) {
    String wanted = context.header("If-Match");
    if (wanted == null || wanted.strip().equals("*")) {
      return;
    }
    boolean matches =
        wanted.length() <= MOST_TAG && List.of(wanted.strip().split("\\s*,\\s*")).contains(tag);
    if (!matches) {
      throw Problem.of(
              412, "changed-meanwhile", "it was changed since it was read: it is " + tag + " now")
          .exception();
    }
  }

  /** Has a secret told in this answer, and not where the request is sent again. */
  void tellOnce(String name, Secret secret) {
    context.attribute(ONCE, Map.entry(name, secret));
  }

  /** An answer with what is told once. */
  HttpAnswer toldOnce(HttpAnswer answer) {
    Map.Entry<String, Secret> told = context.attribute(ONCE);
    return told == null ? answer : Bodies.with(answer, told.getKey(), told.getValue().text());
  }

  /** What makes this request the same as another. */
  Map<String, Object> fingerprint() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", context.path());
    fields.put("query", query);
    fields.put("body", body);
    return fields;
  }

  /** What was done, as JSON, or the problem. */
  <T> HttpAnswer answer(int status, Answer<T> answer, Function<T, Object> view) {
    return then(answer, value -> Bodies.json(status, view.apply(value)));
  }

  /** What was done, or the problem. */
  <T> HttpAnswer then(Answer<T> answer, Function<T, HttpAnswer> made) {
    return answer instanceof Answer.Refused<T> no
        ? Problem.of(no.why(), no.detail()).answer()
        : made.apply(answer.orElseThrow());
  }
}
