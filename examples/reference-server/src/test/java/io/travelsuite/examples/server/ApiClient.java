package io.travelsuite.examples.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A program that calls the native API. Each answer is held against the API's own document. */
final class ApiClient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String address;
  private final String token;

  ApiClient(String address, String token) {
    this.address = address;
    this.token = token;
  }

  ApiReply get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** Posts under a new key. */
  ApiReply post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  ApiReply post(String path, String body, String key) {
    return send("POST", path, body, "Idempotency-Key", "\"" + key + "\"");
  }

  ApiReply put(String path, String body, String tag) {
    return send("PUT", path, body, "If-Match", tag);
  }

  ApiReply send(String method, String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!token.isEmpty()) {
      all.addAll(List.of("Authorization", "Bearer " + token));
    }
    if (body != null && !all.contains("Content-Type")) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!all.isEmpty()) {
      request.headers(all.toArray(new String[0]));
    }
    try {
      HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      ApiReply reply = new ApiReply(answer.statusCode(), answer.headers(), answer.body());
      ApiDocument.check(method, path, reply);
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
