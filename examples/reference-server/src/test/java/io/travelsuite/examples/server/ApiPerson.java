package io.travelsuite.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody of the staff who is signed in, by a browser's cookies. */
final class ApiPerson {

  private static final String TOKEN = "X-CSRF-Token";

  private final ApiClient browser;
  private final String cookies;
  private final String csrf;

  private ApiPerson(ApiClient browser, String cookies, String csrf) {
    this.browser = browser;
    this.cookies = cookies;
    this.csrf = csrf;
  }

  static ApiPerson signIn(String address, String name, String password) {
    ApiClient browser = new ApiClient(address, "");
    ApiReply first = browser.get("/office/session");
    String typed =
        OctoClient.JSON.createObjectNode().put("name", name).put("password", password).toString();
    JsonNode seen = first.done(200);
    ApiReply in =
        browser.send(
            "POST",
            "/office/sign-in",
            typed,
            "Cookie",
            cookies(first),
            TOKEN,
            seen.path("csrf").asText());
    return new ApiPerson(browser, cookies(in), in.done(200).path("csrf").asText());
  }

  private static String cookies(ApiReply reply) {
    List<String> set = reply.headers().allValues("Set-Cookie");
    return set.stream().map(one -> one.replaceFirst(";.*", "")).collect(Collectors.joining("; "));
  }

  ApiReply post(String path, String body) {
    return send(path, body, csrf);
  }

  /** As another site would make the browser send it. */
  ApiReply forged(String path, String body) {
    return send(path, body, "x".repeat(csrf.length()));
  }

  private ApiReply send(String path, String body, String token) {
    String key = UUID.randomUUID().toString();
    return browser.send(
        "POST", path, body, "Cookie", cookies, TOKEN, token, "Idempotency-Key", key);
  }
}
