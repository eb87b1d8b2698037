package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A browser without script: cookies, links, forms. Each page is held against what all must be. */
final class Surfer {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String origin;
  private final Map<String, String> cookies = new TreeMap<>();

  Surfer(ServerFixture at) {
    origin = at.server.origin();
  }

  Map<String, String> cookies() {
    return cookies;
  }

  PageReply get(String path) {
    return send(request(path).GET(), path);
  }

  /** Sends a form of a page as a browser does, with some fields filled in otherwise. */
  PageReply submit(PageReply page, String form, Map<String, ?> typed) {
    return post(page.one(form).attr("action"), fields(page, form, typed));
  }

  /** What a form sends; a list is a field that is there several times, an empty one is left out. */
  static List<KeyValue> fields(PageReply page, String form, Map<String, ?> typed) {
    List<KeyValue> fields = new ArrayList<>();
    for (KeyVal field : ((FormElement) page.one(form)).formData()) {
      if (!typed.containsKey(field.key())) {
        fields.add(new KeyValue(field.key(), field.value()));
      }
    }
    typed.forEach(
        (name, value) ->
            (value instanceof List<?> many ? many : List.of(value))
                .forEach(one -> fields.add(new KeyValue(name, String.valueOf(one)))));
    return fields;
  }

  record KeyValue(String name, String value) {}

  PageReply post(String path, List<KeyValue> fields) {
    String body =
        fields.stream()
            .map(one -> encoded(one.name()) + "=" + encoded(one.value()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Origin", origin)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Follows a redirect to one of our own pages. */
  PageReply follow(PageReply reply) {
    reply.is(303);
    assertThat(reply.header("Location")).startsWith("/");
    return get(reply.header("Location"));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private PageReply send(HttpRequest.Builder request, String path) {
    try {
      HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      for (String set : answer.headers().allValues("Set-Cookie")) {
        boolean readable = set.startsWith("__Host-csrf="); // by scripts of staff's pages
        assertThat(set).contains(readable ? "; Path=/; Secure" : "; Path=/; Secure; HttpOnly");
        assertThat(set).containsPattern("; SameSite=(Lax|Strict)");
        String[] pair = set.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
        if (set.contains("Max-Age=0")) {
          cookies.remove(pair[0]);
        }
      }
      PageReply reply = new PageReply(path, answer.statusCode(), answer.headers(), answer.body());
      if (reply.isPage()) {
        check(reply);
      }
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What holds of every page. */
  private static void check(PageReply reply) {
    Document page = reply.page();
    assertThat(reply.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.select("[style], style, script:not([src])")).as("inline code").isEmpty();
    assertThat(page.select("*").stream().flatMap(one -> one.attributes().asList().stream()))
        .as("handlers")
        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    Map<String, String> unlabelled = new LinkedHashMap<>();
    page.select("input:not([type=hidden]), select, textarea")
        .forEach(
            field -> {
              boolean labelled =
                  field.hasAttr("aria-label")
                      || field.closest("label") != null
                      || !page.select("label[for='" + field.id() + "']").isEmpty();
              if (!labelled) {
                unlabelled.put(field.attr("name"), field.outerHtml());
              }
            });
    assertThat(unlabelled).isEmpty();
  }
}
