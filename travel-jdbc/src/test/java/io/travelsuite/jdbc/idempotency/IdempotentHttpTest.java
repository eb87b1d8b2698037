package io.travelsuite.jdbc.idempotency;

import static io.travelsuite.jdbc.idempotency.Ask.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.idempotency.Idempotent;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.idempotency.http.IdempotencyKey;
import io.travelsuite.idempotency.http.IdempotentHttp;
import io.travelsuite.jdbc.Fixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An HTTP server with nothing but the JDK, whose POSTs are answered once. */
class IdempotentHttpTest {

  private static final AtomicInteger EFFECTS = new AtomicInteger();
  private static final CountDownLatch SLOW_BEGAN = new CountDownLatch(1);
  private static final CountDownLatch SLOW_MAY_END = new CountDownLatch(1);

  private static Fixture fixture;
  private static HttpServer server;
  private static ExecutorService threads;
  private static IdempotentHttp http;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String key = Ask.newKey();

  @BeforeAll
  static void open() throws IOException {
    fixture = Fixture.create();
    http =
        IdempotentHttp.of(
            Idempotent.external(
                fixture.travel().idempotency(),
                HttpAnswer.FORM,
                (fence, note) -> IdempotentHttp.effect(HttpAnswer.of(200, "text/plain", "found"))),
            URI.create("https://docs.example/keys"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", IdempotentHttpTest::serve);
    server.start();
  }

  @AfterAll
  static void close() {
    server.stop(0);
    threads.shutdownNow();
    fixture.close();
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      List<String> keys =
          exchange.getRequestHeaders().getOrDefault(IdempotencyKey.HEADER, List.of());
      HttpAnswer answer =
          http.answer(keys, SCOPE, Fingerprint.of(1, Map.of("body", body)), fence -> handle(body));
      answer.headers().forEach((name, all) -> exchange.getResponseHeaders().put(name, all));
      byte[] bytes = answer.body();
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** The request's body is the status to answer, or "slow". */
  private static HttpAnswer handle(String body) {
    int effect = EFFECTS.incrementAndGet();
    if (body.equals("slow")) {
      SLOW_BEGAN.countDown();
      try {
        SLOW_MAY_END.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return HttpAnswer.of(200, "text/plain", "slow");
    }
    return HttpAnswer.of(Integer.parseInt(body), "application/json", "{\"é\":" + effect + "}")
        .header("Location", "/bookings/" + effect)
        .header("Set-Cookie", "session=secret");
  }

  private HttpRequest request(String body, String... keys) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bookings"))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (String one : keys) {
      request.header("Idempotency-Key", one);
    }
    return request.build();
  }

  private HttpResponse<String> post(String body, String... keys) throws Exception {
    return client.send(request(body, keys), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void a_repeated_request_gets_status_body_and_allowed_headers_again_and_is_marked()
      throws Exception {
    HttpResponse<String> first = post("201", "\"" + key + "\"");
    HttpResponse<String> again = post("201", key);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(header(first, IdempotentHttp.REPLAYED)).isEmpty();
    assertThat(header(first, "Set-Cookie")).isNotEmpty();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
    assertThat(header(again, "Content-Type")).isEqualTo("application/json");
    assertThat(header(again, "Set-Cookie")).isEmpty();
    assertThat(header(again, IdempotentHttp.REPLAYED)).isEqualTo("true");
    assertThat(fixture.rows().texts("SELECT outcome FROM travel_idempotency"))
        .noneMatch(outcome -> outcome != null && outcome.contains("secret"));
  }

  @Test
  void a_definitive_decline_is_replayed_and_its_handler_not_run_again() throws Exception {
    HttpResponse<String> declined = post("402", key);
    int effects = EFFECTS.get();

    assertThat(post("402", key).statusCode()).isEqualTo(402);
    assertThat(post("402", key).body()).isEqualTo(declined.body());
    assertThat(EFFECTS).hasValue(effects);
  }

  @Test
  void a_missing_malformed_or_doubled_key_is_a_400_and_does_nothing() throws Exception {
    int effects = EFFECTS.get();
    for (HttpResponse<String> bad :
        List.of(
            post("201"),
            post("201", "\"open"),
            post("201", "two keys"),
            post("201", "a", "b"),
            post("201", "\"\""),
            post("201", "k".repeat(256)))) {
      assertThat(bad.statusCode()).isEqualTo(400);
      assertThat(header(bad, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(header(bad, "Link")).contains("<https://docs.example/keys>", "describedby");
      assertThat(bad.body()).contains("\"type\":\"https://docs.example/keys\"");
    }
    assertThat(EFFECTS).hasValue(effects);
  }

  @Test
  void another_request_under_the_key_is_a_422() throws Exception {
    post("201", key);

    HttpResponse<String> other = post("202", key);

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("Idempotency-Key is already used");
  }

  @Test
  void a_request_while_the_first_is_at_work_is_a_409_that_says_when_to_come_again()
      throws Exception {
    CompletableFuture<HttpResponse<String>> first =
        client.sendAsync(request("slow", key), HttpResponse.BodyHandlers.ofString());
    SLOW_BEGAN.await();

    HttpResponse<String> second = post("slow", key);
    SLOW_MAY_END.countDown();

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(Integer.parseInt(header(second, "Retry-After"))).isBetween(1, 60);
    assertThat(first.get().body()).isEqualTo("slow");
    assertThat(post("slow", key).body()).isEqualTo("slow");
  }

  @Test
  void after_a_failure_the_next_request_is_told_what_the_recovery_found_out() throws Exception {
    int effects = EFFECTS.get();
    assertThat(post("502", key).statusCode()).isEqualTo(502);

    HttpResponse<String> again = post("502", key);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo("found");
    assertThat(EFFECTS).hasValue(effects + 1);
  }

  @Test
  void a_refusal_for_now_is_not_kept() throws Exception {
    assertThat(post("429", key).statusCode()).isEqualTo(429);

    HttpResponse<String> again = post("429", key);

    assertThat(again.statusCode()).isEqualTo(429);
    assertThat(header(again, IdempotentHttp.REPLAYED)).isEmpty();
  }
}
