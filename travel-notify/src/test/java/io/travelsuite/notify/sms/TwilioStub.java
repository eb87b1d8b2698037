package io.travelsuite.notify.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays Twilio's API of messages. */
final class TwilioStub implements AutoCloseable {

  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String TOKEN = "planted-auth-token";

  /** What somebody asked for. */
  record Asked(String method, String path, String authorization, Map<String, String> form) {}

  /** What it answers instead of taking a message. */
  sealed interface Turn {
    /** An error. */
    record Problem(int status, int code, Map<String, String> headers) implements Turn {}

    /** It takes the message and never says so. */
    record Silence() implements Turn {}

    /** It takes the message and hangs up. */
    record HangUp() implements Turn {}

    /** It takes the message and answers what nobody understands. */
    record Gibberish() implements Turn {}
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Turn> turns = new ConcurrentLinkedQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger sids = new AtomicInteger();
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What telephones get. */
  final List<String> delivered = new CopyOnWriteArrayList<>();

  TwilioStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void next(Turn turn) {
    turns.add(turn);
  }

  void error(int status, int code) {
    next(new Turn.Problem(status, code, Map.of()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Map<String, String> form = form(body);
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              form));
      turn(exchange, turns.poll(), form);
    }
  }

  private void turn(HttpExchange exchange, Turn turn, Map<String, String> form) throws IOException {
    if (turn instanceof Turn.Problem error) {
      error.headers().forEach(exchange.getResponseHeaders()::set);
      String quoting =
          "{\"code\": %d, \"message\": \"about %s: %s\", \"more_info\": \"x\", \"status\": %d}";
      String said =
          quoting.formatted(error.code(), form.get("To"), form.get("Body"), error.status());
      send(exchange, error.status(), said);
      return;
    }
    delivered.add(form.get("To") + " " + form.get("Body"));
    if (turn instanceof Turn.Silence) {
      await();
    } else if (turn instanceof Turn.Gibberish) {
      send(exchange, 201, "<html>");
    } else if (turn == null) {
      String sid = "SM%032d".formatted(sids.incrementAndGet());
      send(exchange, 201, "{\"sid\": \"%s\", \"status\": \"queued\"}".formatted(sid));
    }
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
