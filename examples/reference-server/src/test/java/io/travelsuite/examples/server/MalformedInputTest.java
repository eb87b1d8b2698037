package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the server refuses it or takes it, and never fails. */
class MalformedInputTest {

  private static final Path NAUGHTY =
      Path.of("../../travel-security/src/test/resources/vectors/edge/blns.json");

  private static final String[] WRONG = {
    "",
    "null",
    "[]",
    "1",
    "\"x\"",
    "{",
    "{}}",
    "{\"a\":}",
    "\u0000",
    "[".repeat(60_000),
    "{\"a\":".repeat(20_000),
    "{\"uuid\":{}}",
    "{\"uuid\":[1]}",
    "{\"unitItems\":{}}",
    "{\"unitItems\":[[]]}",
    "{\"unitItems\":[null]}",
    "{\"expirationMinutes\":1e999}",
    "{\"expirationMinutes\":99999999999999999999}",
    "{\"expirationMinutes\":\"x\"}",
    "{\"contact\":[]}",
    "{\"contact\":{\"fullName\":{}}}",
    "{\"productId\":true}",
    "1".repeat(60_000),
    "\"" + "x".repeat(60_000) + "\"",
    "{\"a\":\"\\ud800\"}"
  };

  private static final WireFixture FIXTURE = WireFixture.shared();
  private static final List<String> STRINGS = new ArrayList<>();

  private static HttpClient http;
  private static String token;

  @BeforeAll
  static void prepare() throws IOException {
    for (JsonNode one : OctoClient.JSON.readTree(Files.readString(NAUGHTY))) {
      STRINGS.add(one.asText());
    }
    http =
        HttpClient.newBuilder()
            .sslContext(ServerIdentity.trusting(FIXTURE.identity))
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    token = FIXTURE.server.issueToken("naughty").text();
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(FIXTURE.origin() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " has no answer", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertNoFailure(HttpResponse<String> answer, String of) {
    assertThat(answer.statusCode()).as(of).isLessThan(500);
    assertThat(answer.body())
        .as(of)
        .doesNotContain("INTERNAL_SERVER_ERROR", "io.travelsuite", "\tat ");
  }

  @Test
  void every_naughty_string_is_taken_or_refused_in_fields_paths_and_queries() {
    assertThat(STRINGS).hasSizeGreaterThan(400);
    IntStream.range(0, STRINGS.size()).parallel().forEach(MalformedInputTest::sendEverywhere);
  }

  private static void sendEverywhere(int number) {
    String naughty = STRINGS.get(number);
    ObjectNode body = OctoClient.reservation("tile-museum", naughty, naughty, List.of("adult"));
    body.put("notes", naughty).put("resellerReference", naughty).put("uuid", naughty);
    body.putArray("unitItems").addObject().put("unitId", naughty);
    body.putObject("contact").put("fullName", naughty).put("emailAddress", naughty);
    String text = URLEncoder.encode(naughty, StandardCharsets.UTF_8).replace("+", "%20");
    assertNoFailure(send("POST", "/octo/bookings", body.toString()), naughty);
    String path = number % 2 == 0 ? "/octo/products/" : "/octo/bookings?resellerReference=";
    assertNoFailure(send("GET", path + text, null), naughty);
  }

  @Test
  void wrong_types_deep_and_endless_documents_are_refused() {
    for (String path :
        List.of(
            "/octo/bookings",
            "/octo/availability",
            "/octo/availability/calendar",
            "/octo/bookings/x/confirm",
            "/api/bookings",
            "/office/sign-in")) {
      for (String body : WRONG) {
        HttpResponse<String> answer = send("POST", path, body);
        String of = path + " " + body.substring(0, Math.min(40, body.length()));
        assertNoFailure(answer, of);
        assertThat(answer.statusCode()).as(of).isGreaterThanOrEqualTo(400);
      }
    }
  }
}
