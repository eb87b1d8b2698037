package io.travelsuite.payments.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.travelsuite.payments.json.Json;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends one request and reads one answer, of a bounded size in a bounded time. */
public final class ProviderHttp {

  private static final int MOST_BYTES = 4 << 20;

  private final HttpClient client;
  private final URI base;
  private final Secret key;
  private final Duration timeout;

  /**
   * A way to one provider.
   *
   * @param client the host's
   * @param base what every path is appended to
   * @param key sent as a bearer token
   * @param timeout for a whole answer
   */
  public ProviderHttp(HttpClient client, URI base, Secret key, Duration timeout) {
    this.client = client;
    this.base = base;
    this.key = key;
    this.timeout = timeout;
  }

  /**
   * What came back.
   *
   * @param status the status, or 0 when nothing did
   * @param body the body as JSON, or missing
   * @param failure what went wrong when nothing came back; never the provider's words
   */
  public record Answer(int status, JsonNode body, String failure) {

    /** {@return whether it is a success} */
    public boolean ok() {
      return status / 100 == 2;
    }

    /**
     * {@return whether the provider refused for good: asking the same again cannot help, and it is
     * no matter of keys, of haste or of its own trouble}
     */
    public boolean refused() {
      return status / 100 == 4
          && status != 401
          && status != 403
          && status != 408
          && status != 409
          && status != 425
          && status != 429;
    }

    /** {@return what to say about it} */
    public String reason() {
      return status == 0 ? failure : "HTTP " + status;
    }
  }

  /**
   * Asks for something.
   *
   * @param path behind the base
   * @return what came back
   */
  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  /**
   * Has something done.
   *
   * @param path behind the base
   * @param idempotencyKey under which key
   * @param type the media type of the body
   * @param body the body
   * @return what came back
   */
  public Answer post(String path, String idempotencyKey, String type, byte[] body) {
    return send(
        request(path)
            .header("Idempotency-Key", idempotencyKey)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + key.text())
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(MOST_BYTES);
        return new Answer(
            response.statusCode(), Json.read(bytes).orElse(MissingNode.getInstance()), "");
      }
    } catch (IOException failure) {
      return nothing(failure.getClass().getSimpleName());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return nothing("interrupted");
    }
  }

  private static Answer nothing(String failure) {
    return new Answer(0, MissingNode.getInstance(), failure);
  }

  /**
   * {@return a form's text}
   *
   * @param fields names and values, in their order
   */
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /**
   * {@return a text as part of a query or a path}
   *
   * @param text any text
   */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
