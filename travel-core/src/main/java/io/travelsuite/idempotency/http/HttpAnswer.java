package io.travelsuite.idempotency.http;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.idempotency.JsonForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP response. Immutable. */
public final class HttpAnswer {

  /**
   * How it is stored: a JSON list of the status and then texts in Base64, the names and values of
   * headers, and last the body.
   */
  public static final JsonForm<HttpAnswer> FORM = new StoredAnswer();

  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_HEADER = 8_192;
  private static final int LONGEST_BODY = 1 << 20;

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * A response.
   *
   * @param status 200 to 599
   * @param headers by name, in lower or upper case, with all their values: at most 100 names
   * @param body at most 1 MiB, copied
   */
  public HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    unless(status >= 200 && status <= 599, "status", status, "must be 200 to 599");
    unless(body.length <= LONGEST_BODY, "body", body.length, "must be at most 1 MiB");
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> copy.computeIfAbsent(name, none -> new ArrayList<>()).addAll(values));
    copy.replaceAll((name, values) -> List.copyOf(values));
    unless(copy.size() <= MOST_HEADERS, "headers", copy.size(), "must be at most 100");
    copy.values().forEach(values -> values.forEach(HttpAnswer::check));
    this.status = status;
    this.headers = Collections.unmodifiableMap(copy);
    this.body = body.clone();
  }

  private static void check(String value) {
    unless(
        value.length() <= LONGEST_HEADER && value.chars().noneMatch(c -> c < ' ' && c != '\t'),
        "headers",
        value,
        "must be at most 8,192 characters a value, without controls");
  }

  /**
   * {@return an answer with a body of text, in UTF-8}
   *
   * @param status 200 to 599
   * @param contentType of the body
   * @param body the text
   */
  public static HttpAnswer of(int status, String contentType, String body) {
    return new HttpAnswer(
        status,
        Map.of("Content-Type", List.of(contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return the same with another header}
   *
   * @param name of the header, in place of one it has
   * @param value its only value
   */
  public HttpAnswer header(String name, String value) {
    TreeMap<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, List.of(value));
    return new HttpAnswer(status, more, body);
  }

  /** {@return 200 to 599} */
  public int status() {
    return status;
  }

  /** {@return all values by name, in lower or upper case; not to be changed} */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** {@return the body, a copy} */
  public byte[] body() {
    return body.clone();
  }

  /** {@return the body, read as UTF-8} */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpAnswer answer
        && status == answer.status
        && headers.equals(answer.headers)
        && Arrays.equals(body, answer.body);
  }

  @Override
  public int hashCode() {
    return 31 * status + Arrays.hashCode(body);
  }

  /** Without headers and body, which are the customer's. */
  @Override
  public String toString() {
    return "HttpAnswer[" + status + ", " + body.length + " bytes]";
  }
}
