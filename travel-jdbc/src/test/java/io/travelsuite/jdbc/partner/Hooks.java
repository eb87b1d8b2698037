package io.travelsuite.jdbc.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Partners on one server, each with a path: what came to each, and what it answers. */
final class Hooks implements AutoCloseable {

  /** What came. */
  record Call(String id, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Map<String, String> retryAfter = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();

  private Hooks(HttpServer server) {
    this.server = server;
  }

  static Hooks start() {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Hooks hooks = new Hooks(http);
      http.setExecutor(hooks.threads);
      http.createContext("/", hooks::answer);
      http.start();
      return hooks;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    calls
        .computeIfAbsent(path, p -> new CopyOnWriteArrayList<>())
        .add(new Call(exchange.getRequestHeaders().getFirst("webhook-id"), body));
    CountDownLatch hang = hanging.get(path);
    if (hang != null) {
      try {
        hang.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (retryAfter.containsKey(path)) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter.get(path));
    }
    exchange.sendResponseHeaders(statuses.getOrDefault(path, 204), -1);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The URL of a partner. */
  String url(String path) {
    return "http://hooks.partner.example:" + port() + path;
  }

  void answers(String path, int status) {
    statuses.put(path, status);
  }

  void wantsToBeLeftAlone(String path, String field) {
    retryAfter.put(path, field);
  }

  /** Answers nothing until the latch is down. */
  CountDownLatch hangs(String path) {
    return hanging.computeIfAbsent(path, p -> new CountDownLatch(1));
  }

  List<Call> calls(String path) {
    return calls.getOrDefault(path, List.of());
  }

  @Override
  public void close() {
    hanging.values().forEach(CountDownLatch::countDown);
    server.stop(0);
    threads.shutdownNow();
  }
}
