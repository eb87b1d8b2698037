package io.travelsuite.payments.mollie;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** As much of Mollie as is used, by its reference, behind a socket. */
final class FakeMollie implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
  final Map<String, ObjectNode> payments = new LinkedHashMap<>();
  boolean loseNext;
  String mode = "test";

  FakeMollie() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    ObjectNode answer;
    if (exchange.getRequestMethod().equals("POST")) {
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      ObjectNode asked = (ObjectNode) JSON.readTree(body);
      answer =
          answers.computeIfAbsent(key, k -> path.length > 4 ? refund(path[3], asked) : open(asked));
    } else {
      answer = path.length > 3 ? payments.get(path[3]) : list();
    }
    if (loseNext) {
      loseNext = false;
      exchange.close();
      return;
    }
    byte[] bytes = JSON.writeValueAsBytes(answer == null ? JSON.createObjectNode() : answer);
    exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private ObjectNode open(ObjectNode asked) {
    String id = "tr_" + (payments.size() + 1);
    asked.put("resource", "payment").put("id", id).put("mode", mode).put("status", "open");
    asked.putObject("_links").putObject("checkout").put("href", "https://pay.mollie.example/" + id);
    asked.putObject("_embedded").putArray("refunds");
    payments.put(id, asked);
    return asked;
  }

  private ObjectNode refund(String id, ObjectNode asked) {
    asked.put("resource", "refund").put("id", "re_" + answers.size()).put("mode", mode);
    asked.put("paymentId", id).put("status", "pending");
    ((ArrayNode) payments.get(id).get("_embedded").get("refunds")).add(asked);
    return asked;
  }

  private ObjectNode list() {
    ObjectNode list = JSON.createObjectNode();
    payments.values().forEach(list.putObject("_embedded").putArray("payments")::add);
    return list;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
