package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import io.travelsuite.examples.server.edge.Limits;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.edge.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.Test;

/** A server that ends answers what has begun, and waits for nobody who asks nothing more. */
class DrainTest {

  private static final Duration LONG = Duration.ofSeconds(2);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient(); // keeps its connection

  private WebServer serve(int port) {
    return WebServer.start(
        WireFixture.parts(port, Limits.DEFAULT),
        routes -> {
          routes.get("/answered-first", this::answeredFirst);
          routes.get("/long", this::takesLong);
        });
  }

  /** Answers in full, and ends when Jetty has shortened the timeout of the connection. */
  private void answeredFirst(Context context) throws IOException {
    byte[] answer = "ok".getBytes(StandardCharsets.UTF_8);
    context.res().setContentLength(answer.length);
    context.res().getOutputStream().write(answer);
    context.res().getOutputStream().close();
    awaitShortened(context);
  }

  /** Answers long after. */
  private void takesLong(Context context) {
    begun.countDown();
    awaitShortened(context);
    long from = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - from > LONG.toNanos());
    context.result("ok");
  }

  private static void awaitShortened(Context context) {
    EndPoint connection =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    Awaitility.await().until(() -> connection.getIdleTimeout() <= 1_000);
  }

  private CompletableFuture<HttpResponse<String>> ask(int port, String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void a_client_that_was_answered_as_the_server_ended_does_not_keep_it() {
    int port = Listening.freePort();
    WebServer server = serve(port);
    assertThat(ask(port, "/answered-first").join().body()).isEqualTo("ok");
    long start = System.nanoTime();
    server.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_request_that_takes_longer_than_an_idle_client_has_is_answered() throws Exception {
    int port = Listening.freePort();
    WebServer server = serve(port);
    CompletableFuture<HttpResponse<String>> answer = ask(port, "/long");
    begun.await();
    server.close();
    assertThat(answer.join().body()).isEqualTo("ok");
  }
}
