package io.travelsuite.examples.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A chat, an outside monitor and a receiver of errors, on one server: what came to each path. */
final class Watchers implements AutoCloseable {

  private final HttpServer http;
  private final Map<String, List<String>> came = new ConcurrentHashMap<>();

  private Watchers(HttpServer http) {
    this.http = http;
  }

  static Watchers start() {
    try {
      InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      Watchers watchers = new Watchers(HttpServer.create(here, 0));
      watchers.http.createContext("/", watchers::take);
      watchers.http.start();
      return watchers;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    came.computeIfAbsent(exchange.getRequestURI().getPath(), first -> new CopyOnWriteArrayList<>())
        .add(new String(body, StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Its host and port. */
  String authority() {
    return "127.0.0.1:" + http.getAddress().getPort();
  }

  List<String> came(String path) {
    return came.getOrDefault(path, List.of());
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
