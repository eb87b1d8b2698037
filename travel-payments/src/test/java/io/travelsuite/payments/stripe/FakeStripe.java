package io.travelsuite.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** As much of Stripe as is used, on its own recorded objects, behind a socket. */
public final class FakeStripe implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  /** What comes instead of the next answer to a POST. */
  public enum Trouble {
    NONE,
    LOST_BEFORE,
    LOST_AFTER,
    HTTP_500,
    HTTP_429
  }

  private record Reply(int status, JsonNode body) {}

  private final HttpServer server;
  private final JsonNode fixtures;
  private final Map<String, Reply> replies = new LinkedHashMap<>();
  public final Map<String, ObjectNode> intents = new LinkedHashMap<>();
  final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
  final Map<String, ObjectNode> sessions = new LinkedHashMap<>();
  public Trouble trouble = Trouble.NONE;
  boolean live;
  String authorization;

  public FakeStripe() throws IOException {
    try (InputStream in = FakeStripe.class.getResourceAsStream("fixtures3-payments.json")) {
      fixtures = JSON.readTree(in);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  ObjectNode fixture(String name) {
    ObjectNode copy = fixtures.get(name).deepCopy();
    if (copy.has("livemode")) {
      copy.put("livemode", live);
    }
    return copy;
  }

  public byte[] event(String type, JsonNode object) throws IOException {
    ObjectNode event = fixture("event");
    event.put("type", type);
    ((ObjectNode) event.get("data")).set("object", object);
    return JSON.writeValueAsBytes(event);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean post = exchange.getRequestMethod().equals("POST");
    Map<String, String> form = form(post ? body : exchange.getRequestURI().getRawQuery());
    Trouble now = post ? trouble : Trouble.NONE;
    trouble = post ? Trouble.NONE : trouble;
    if (now == Trouble.LOST_BEFORE) {
      exchange.close();
      return;
    }
    Reply reply = troubled(now, () -> post ? once(exchange, path, form) : get(path, form));
    if (now == Trouble.LOST_AFTER) {
      exchange.close();
      return;
    }
    byte[] bytes = JSON.writeValueAsBytes(reply.body());
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private interface Answering {
    Reply get();
  }

  private static Reply troubled(Trouble trouble, Answering answering) {
    return switch (trouble) {
      case HTTP_500 -> new Reply(500, JSON.createObjectNode());
      case HTTP_429 -> error(429, "rate_limit_error", "rate_limit");
      default -> answering.get();
    };
  }

  private Reply once(HttpExchange exchange, String path, Map<String, String> form) {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    return replies.computeIfAbsent(key, k -> post(path, form));
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
      String[] parts = field.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  private static Reply error(int status, String type, String code) {
    ObjectNode error = JSON.createObjectNode();
    error.putObject("error").put("type", type).put("code", code);
    return new Reply(status, error);
  }

  private Reply post(String path, Map<String, String> form) {
    String[] parts = path.split("/", -1);
    return switch (parts[2] + (parts.length > 4 ? "/" + parts[4] : "")) {
      case "payment_intents" -> authorize(form);
      case "payment_intents/capture" -> capture(intents.get(parts[3]), form);
      case "payment_intents/cancel" -> cancel(intents.get(parts[3]));
      case "refunds" -> refund(form);
      case "checkout" -> session(form);
      default -> error(404, "invalid_request_error", "resource_missing");
    };
  }

  private Reply authorize(Map<String, String> form) {
    if (!"manual".equals(form.get("capture_method")) || !form.containsKey("return_url")) {
      return error(400, "invalid_request_error", "parameter_missing");
    }
    String method = form.get("payment_method");
    if (method.equals("pm_card_chargeDeclined")) {
      return error(402, "card_error", "card_declined");
    }
    ObjectNode intent = intent(form, "metadata[travel_reference]");
    intents.put(intent.get("id").asText(), intent);
    if (method.equals("pm_card_threeDSecure2Required")) {
      intent.put("status", "requires_action");
      intent
          .putObject("next_action")
          .putObject("redirect_to_url")
          .put("url", "https://bank.example/3ds");
    } else {
      pay(intent);
    }
    return new Reply(200, intent);
  }

  private ObjectNode intent(Map<String, String> form, String reference) {
    ObjectNode intent = fixture("payment_intent");
    intent.put("id", "pi_" + (intents.size() + 1));
    intent.put("amount", Long.parseLong(form.get("amount")));
    intent.put("currency", form.get("currency"));
    intent.putObject("metadata").put("travel_reference", form.get(reference));
    return intent;
  }

  /** What the customer or the bank does. */
  void pay(ObjectNode intent) {
    intent.put("status", "requires_capture");
    intent.set("amount_capturable", intent.get("amount"));
    ObjectNode charge = fixture("charge");
    charge.put("id", "ch_" + intent.get("id").asText());
    charge.set("payment_intent", intent.get("id"));
    charge.set("amount", intent.get("amount"));
    charge.set("currency", intent.get("currency"));
    charge.set("metadata", intent.get("metadata"));
    intent.set("latest_charge", charge);
  }

  private static Reply capture(ObjectNode intent, Map<String, String> form) {
    if (!intent.path("status").asText().equals("requires_capture")) {
      return error(400, "invalid_request_error", "payment_intent_unexpected_state");
    }
    long amount = Long.parseLong(form.get("amount_to_capture"));
    intent.put("status", "succeeded").put("amount_received", amount).put("amount_capturable", 0);
    ((ObjectNode) intent.get("latest_charge")).put("captured", true).put("amount_captured", amount);
    return new Reply(200, intent);
  }

  private static Reply cancel(ObjectNode intent) {
    if (!intent.path("status").asText().startsWith("requires_")) {
      return error(400, "invalid_request_error", "payment_intent_unexpected_state");
    }
    intent.put("status", "canceled");
    if (intent.get("latest_charge").isObject()) {
      ((ObjectNode) intent.get("latest_charge")).put("refunded", true);
    }
    return new Reply(200, intent);
  }

  private Reply refund(Map<String, String> form) {
    long amount = Long.parseLong(form.get("amount"));
    ObjectNode intent = intents.get(form.get("payment_intent"));
    long before =
        refunds.values().stream()
            .filter(r -> r.path("payment_intent").asText().equals(form.get("payment_intent")))
            .mapToLong(r -> r.path("amount").asLong())
            .sum();
    if (before + amount > intent.path("amount_received").asLong()) {
      return error(400, "invalid_request_error", "charge_already_refunded");
    }
    ObjectNode refund = fixture("refund");
    refund.put("id", "re_" + (refunds.size() + 1)).put("amount", amount);
    refund.put("payment_intent", form.get("payment_intent"));
    refund.set("currency", intent.get("currency"));
    refunds.put(refund.get("id").asText(), refund);
    return new Reply(200, refund);
  }

  private Reply session(Map<String, String> form) {
    ObjectNode session = fixture("checkout.session");
    session.put("id", "cs_test_" + (sessions.size() + 1)).put("status", "open");
    session.put("url", "https://checkout.stripe.example/c/pay");
    Map<String, String> intent = new LinkedHashMap<>(form);
    intent.put("amount", form.get("line_items[0][price_data][unit_amount]"));
    intent.put("currency", form.get("line_items[0][price_data][currency]"));
    session.set(
        "payment_intent", intent(intent, "payment_intent_data[metadata][travel_reference]"));
    sessions.put(session.get("id").asText(), session);
    return new Reply(200, session);
  }

  /** The customer pays on the page. */
  public void customerPays(String session) {
    ObjectNode intent = (ObjectNode) sessions.get(session).get("payment_intent");
    intents.put(intent.get("id").asText(), intent);
    pay(intent);
    sessions.get(session).put("status", "complete");
  }

  private Reply get(String path, Map<String, String> query) {
    String[] parts = path.split("/", -1);
    String what = parts[2].equals("checkout") ? "sessions" : parts[2];
    String id = parts[parts.length - 1];
    return switch (what) {
      case "payment_intents" ->
          id.equals("search") ? search(query.get("query")) : one(intents.get(id));
      case "sessions" -> one(sessions.get(id));
      case "refunds" -> list(refunds.values(), "payment_intent", query.get("payment_intent"));
      default -> list(java.util.List.of(), "", "");
    };
  }

  private static Reply one(ObjectNode found) {
    return found == null
        ? error(404, "invalid_request_error", "resource_missing")
        : new Reply(200, found);
  }

  private Reply search(String query) {
    String reference = query.replaceAll(".*:'(.*)'", "$1");
    ObjectNode list = JSON.createObjectNode();
    ArrayNode data = list.putArray("data");
    intents.values().stream()
        .filter(i -> i.path("metadata").path("travel_reference").asText().equals(reference))
        .forEach(data::add);
    return new Reply(200, list);
  }

  private static Reply list(Iterable<ObjectNode> all, String field, String value) {
    ObjectNode list = JSON.createObjectNode();
    ArrayNode data = list.putArray("data");
    for (ObjectNode one : all) {
      if (one.path(field).asText().equals(value)) {
        data.add(one);
      }
    }
    return new Reply(200, list);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
