package io.travelsuite.payments.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, before anybody believes it: the body's very bytes (what a framework has
 * parsed and written again has another signature), headers, parameters. Nothing in it is checked,
 * and nothing makes its construction fail. Immutable and safe for use by many threads.
 *
 * <p>It has no URL: where the URL is signed, it is the one of {@link VerifierSettings#publicUrl},
 * since behind a proxy the request's own is another, and its host is the sender's choice. Only the
 * query is the request's.
 */
public final class WebhookRequest {

  private final byte[] body;
  private final Map<String, List<String>> headers;
  private final List<WebhookParameter> form;
  private final @Nullable String rawQuery;

  private WebhookRequest(
      byte[] body,
      Map<String, List<String>> headers,
      List<WebhookParameter> form,
      @Nullable String rawQuery) {
    this.body = body;
    this.headers = headers;
    this.form = form;
    this.rawQuery = rawQuery;
  }

  /**
   * A request.
   *
   * @param body the body's bytes as they came, copied
   * @param headers the headers, a list of values each; names are matched whatever their case
   * @return the request, without parameters
   */
  public static WebhookRequest of(byte[] body, Map<String, List<String>> headers) {
    Map<String, List<String>> byName = new TreeMap<>();
    headers.forEach(
        (name, values) ->
            byName.merge(
                name.toLowerCase(Locale.ROOT),
                List.copyOf(values),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    return new WebhookRequest(body.clone(), byName, List.of(), null);
  }

  /**
   * With the parameters of a form, in the order they came, repeated ones as often as they came.
   * Without them a body of form {@code application/x-www-form-urlencoded} is taken apart when a
   * provider needs it.
   *
   * @param parameters the decoded parameters
   * @return a copy with them
   */
  public WebhookRequest form(List<WebhookParameter> parameters) {
    return new WebhookRequest(body, headers, List.copyOf(parameters), rawQuery);
  }

  /**
   * With a query.
   *
   * @param query what stood behind the question mark, not decoded; null for none
   * @return a copy with it
   */
  public WebhookRequest query(@Nullable String query) {
    return new WebhookRequest(body, headers, form, query);
  }

  /** {@return the body's bytes, a copy} */
  public byte[] body() {
    return body.clone();
  }

  /** The body's bytes themselves, for those who do not write to them. */
  byte[] bytes() {
    return body;
  }

  /**
   * The values of a header.
   *
   * @param name its name, in any case
   * @return its values in their order; none if it is not there
   */
  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** {@return the parameters of the form, in their order: as given, else those of the body} */
  public List<WebhookParameter> form() {
    return form.isEmpty() ? decoded(new String(body, StandardCharsets.UTF_8)) : form;
  }

  /** {@return the form's parameters as they were given, apart from the body} */
  List<WebhookParameter> givenForm() {
    return form;
  }

  /** {@return what stood behind the question mark, not decoded; null if nothing did} */
  public @Nullable String rawQuery() {
    return rawQuery;
  }

  /** {@return the parameters of the query, decoded, in their order} */
  public List<WebhookParameter> query() {
    return rawQuery == null ? List.of() : decoded(rawQuery);
  }

  private static List<WebhookParameter> decoded(String encoded) {
    List<WebhookParameter> parameters = new ArrayList<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        parameters.add(
            new WebhookParameter(
                decodedText(equals < 0 ? pair : pair.substring(0, equals)),
                equals < 0 ? "" : decodedText(pair.substring(equals + 1))));
      }
    }
    return parameters;
  }

  /** What is no encoding stays as it is: it will match no signature. */
  private static String decodedText(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return encoded;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookRequest that
        && Arrays.equals(body, that.body)
        && headers.equals(that.headers)
        && form.equals(that.form)
        && Objects.equals(rawQuery, that.rawQuery);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body);
  }

  /** Sizes only: a static token is a secret, and a body may hold anything. */
  @Override
  public String toString() {
    return "WebhookRequest[%d bytes, headers %s]".formatted(body.length, headers.keySet());
  }
}
