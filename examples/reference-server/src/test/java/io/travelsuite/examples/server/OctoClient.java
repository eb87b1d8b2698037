package io.travelsuite.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reseller, over HTTP. */
final class OctoClient {

  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String token;
  private String capabilities = "octo/pricing";

  OctoClient(String address, String token) {
    this.address = address;
    this.token = token;
  }

  OctoClient capabilities(String asked) {
    OctoClient other = new OctoClient(address, token);
    other.capabilities = asked;
    return other;
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply patch(String path, String body) {
    return send("PATCH", path, body);
  }

  Reply send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/octo" + path))
            .header("Octo-Capabilities", capabilities)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      Reply reply = new Reply(answer.statusCode(), answer.headers(), JSON.readTree(answer.body()));
      OctoForms.check(path, reply);
      PublishedSchemas.check(path, reply);
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The slots of an option in the next 30 days from a date. */
  JsonNode slots(String product, String option, String first) {
    String last = java.time.LocalDate.parse(first).plusDays(29).toString();
    return post(
            "/availability",
            """
            {"productId":"%s","optionId":"%s","localDateStart":"%s","localDateEnd":"%s"}
            """
                .formatted(product, option, first, last))
        .ok();
  }

  /** A reservation to send. */
  static ObjectNode reservation(String product, String option, String slot, List<String> units) {
    ObjectNode body = JSON.createObjectNode();
    body.put("uuid", UUID.randomUUID().toString());
    body.put("productId", product).put("optionId", option).put("availabilityId", slot);
    body.set("unitItems", units(units.toArray(String[]::new)));
    return body;
  }

  static JsonNode units(String... units) {
    String items =
        Stream.of(units)
            .map(unit -> "{\"unitId\":\"" + unit + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    try {
      return JSON.readTree(items);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
