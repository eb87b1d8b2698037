package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.examples.server.Wire.Answer;
import io.travelsuite.examples.server.signin.StaffRoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff sign in and out over TLS, by the cookies of a browser. */
class StaffSignInTest {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private static WireFixture fixture;
  private static String password;

  @BeforeAll
  static void start() {
    fixture = new WireFixture("1000/m");
    password = fixture.server.addDemoStaff("manager");
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  /** A browser's cookies, and the token that its page has. */
  private static final class Browser {

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    Answer send(String method, String path, String headers, String body) {
      String kept =
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; "));
      Answer answer =
          fixture.tls.send(
              method, path, headers + (kept.isEmpty() ? "" : "Cookie: " + kept + "\r\n"), body);
      for (String set : answer.cookies()) {
        String pair = set.substring(0, set.indexOf(';'));
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        cookies.values().removeIf(String::isEmpty);
      }
      return answer;
    }

    JsonNode look() {
      JsonNode seen = json(send("GET", "/office/session", "", ""));
      token = seen.path("csrf").asText();
      return seen;
    }

    Answer post(String path, String body) {
      return send("POST", path, JSON + "X-CSRF-Token: " + token + "\r\n", body);
    }

    Answer signIn(String name, String typed) {
      look();
      return post(
          "/office/sign-in", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, typed));
    }
  }

  private static JsonNode json(Answer answer) {
    try {
      return OctoClient.JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }

  private static Browser signedIn() {
    Browser browser = new Browser();
    assertThat(browser.signIn("manager", password).status()).isEqualTo(200);
    assertThat(browser.look().path("name").asText()).isEqualTo("manager");
    return browser;
  }

  @Test
  void who_signs_in_gets_cookies_that_only_this_host_has() {
    Browser browser = new Browser();
    Answer answer = browser.signIn("manager", password);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(json(answer).path("role").asText()).isEqualTo(StaffRoles.ADMIN);
    assertThat(answer.cookies())
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-session=")
                    .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-device=").contains("HttpOnly"))
        .allSatisfy(cookie -> assertThat(cookie).contains("; Secure").doesNotContain("Domain"));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_form_signs_in_too() {
    Browser browser = new Browser();
    browser.look();
    String body =
        "name=manager&password=%s&csrf=%s"
            .formatted(
                URLEncoder.encode(password, StandardCharsets.UTF_8),
                URLEncoder.encode(browser.token, StandardCharsets.UTF_8));
    Answer answer = browser.send("POST", "/office/sign-in", FORM, body);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/office");
    assertThat(browser.look().path("name").asText()).isEqualTo("manager");
  }

  @Test
  void no_other_site_signs_anybody_in_or_out() {
    Browser browser = signedIn();
    String good = browser.token;
    for (String foreign :
        new String[] {"Origin: https://evil.example\r\n", "Sec-Fetch-Site: cross-site\r\n"}) {
      String headers = JSON + "X-CSRF-Token: " + good + "\r\n" + foreign;
      assertThat(browser.send("POST", "/office/sign-out", headers, "{}").status()).isEqualTo(403);
      assertThat(browser.send("POST", "/office/sign-in", headers, "{}").status()).isEqualTo(403);
    }
    browser.token = "";
    assertThat(browser.post("/office/sign-out", "{}").status()).isEqualTo(403);
    browser.token = signedIn().token;
    assertThat(browser.post("/office/sign-out", "{}").status()).isEqualTo(403);
    assertThat(browser.look().path("name").asText()).isEqualTo("manager");
  }

  @Test
  void who_signs_out_is_out_with_the_cookie_that_was_kept() {
    Browser browser = signedIn();
    Map<String, String> stolen = new LinkedHashMap<>(browser.cookies);
    assertThat(browser.post("/office/sign-out", "{}").status()).isEqualTo(204);
    browser.cookies.putAll(stolen);
    assertThat(browser.look().has("name")).isFalse();
    assertThat(browser.post("/office/sign-out", "{}").status()).isEqualTo(401);
  }

  @Test
  void one_browser_ends_all_sessions() {
    Browser here = signedIn();
    Browser there = signedIn();
    assertThat(here.post("/office/sign-out-everywhere", "{}").status()).isEqualTo(204);
    assertThat(there.look().has("name")).isFalse();
    assertThat(here.look().has("name")).isFalse();
  }

  @Test
  void a_sign_in_gives_a_new_id_and_the_old_one_is_dead() {
    Browser browser = signedIn();
    String before = browser.cookies.get("__Host-session");
    browser.signIn("manager", password);
    assertThat(browser.cookies.get("__Host-session")).isNotEqualTo(before);
    browser.cookies.put("__Host-session", before);
    assertThat(browser.look().has("name")).isFalse();
  }

  @Test
  void wrong_names_and_wrong_passwords_are_one_answer_until_there_are_too_many() {
    fixture.server.addDemoStaff("victim");
    Answer wrong = new Browser().signIn("victim", "not-the-password");
    Answer nobody = new Browser().signIn("nobody-of-that-name", "not-the-password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).isEqualTo(wrong.body());
    int last = 401;
    for (int i = 0; i < 6 && last == 401; i++) {
      Answer answer = new Browser().signIn("victim", "not-the-password");
      last = answer.status();
      assertThat(last == 401 || !answer.header("Retry-After").isEmpty()).isTrue();
    }
    assertThat(last).isEqualTo(429);
  }

  @Test
  void what_is_no_sign_in_is_refused_by_a_4xx() {
    Browser browser = new Browser();
    browser.look();
    for (String body :
        new String[] {"", "{", "[]", "null", "{\"name\":1,\"password\":2}", "[".repeat(40_000)}) {
      assertThat(browser.post("/office/sign-in", body).status()).as(body).isBetween(400, 499);
    }
  }

  @Test
  void a_password_that_is_weak_is_not_set() {
    for (String weak : new String[] {"short", "password1234", "travel suite 12", "weakling-weak"}) {
      assertThatThrownBy(
              () -> fixture.server.staff().accounts().put("weakling", weak, StaffRoles.CLERK))
          .hasMessageNotContaining(weak);
    }
  }
}
