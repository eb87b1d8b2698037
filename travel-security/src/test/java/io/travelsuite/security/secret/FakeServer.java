package io.travelsuite.security.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A server behind a socket that answers as it is told, and may be down. */
public final class FakeServer implements AutoCloseable {

  /** What a request is answered by. */
  public interface Answers {
    Answer to(HttpExchange request, String body);
  }

  public record Answer(int status, String body) {}

  private final HttpServer server;
  private final Answers answers;
  public final List<String> asked = new ArrayList<>();
  public volatile boolean down;

  public FakeServer(Answers answers) throws IOException {
    this.answers = answers;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    Answer answer =
        down ? new Answer(503, "{\"errors\":[\"sealed\"]}") : answers.to(exchange, body);
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
