package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script, in which somebody of the staff sends the forms that pages have. */
final class StaffBrowser {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final ApiClient http;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  StaffBrowser(String address) {
    http = new ApiClient(address, "");
  }

  /** Somebody who has signed in by the form. */
  static StaffBrowser signedIn(String address, String name, String password) {
    StaffBrowser browser = new StaffBrowser(address);
    Document door = browser.open("/office");
    ApiReply in = browser.send(door, "/office/sign-in", Map.of("name", name, "password", password));
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("/office");
    return browser;
  }

  ApiReply get(String path) {
    return kept(http.get(path, "Cookie", cookies(), "Accept", "text/html"));
  }

  /** A page that is there. */
  Document open(String path) {
    ApiReply reply = get(path);
    assertThat(reply.status()).as(path).isEqualTo(200);
    return page(reply);
  }

  static Document page(ApiReply reply) {
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    return Jsoup.parse(reply.text());
  }

  /** Sends a form of a page: its hidden fields, and what is typed over its values. */
  ApiReply send(Document page, String action, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (var field : page.select("form[action='" + action + "'] [name]")) {
      if (field.hasAttr("type") || !field.tagName().equals("button")) {
        Element first = field.selectFirst("option");
        boolean unchosen = first != null && field.select("[selected]").isEmpty();
        fields.putIfAbsent(field.attr("name"), unchosen ? first.val() : field.val());
      }
    }
    assertThat(fields).as("a form to %s", action).containsKey("csrf");
    fields.putAll(typed);
    return post(action, fields);
  }

  ApiReply post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return kept(
        http.send(
            "POST", path, body, "Cookie", cookies(), "Accept", "text/html", "Content-Type", FORM));
  }

  private ApiReply kept(ApiReply reply) {
    for (String set : reply.headers().allValues("Set-Cookie")) {
      String pair = set.replaceFirst(";.*", "");
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return reply;
  }

  private String cookies() {
    String all =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "none=" : all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
