package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a server of secrets; tells a status, never what it said. */
final class SecretHttp {

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String source;
  private final HttpClient client;

  /** A redirect would take the header with the token elsewhere. */
  SecretHttp(String source, HttpClient client) {
    unless(
        client.followRedirects() == HttpClient.Redirect.NEVER,
        "client",
        client.followRedirects(),
        "must not follow redirects");
    this.source = source;
    this.client = client;
  }

  /** An answer with a body of JSON; an empty object, where it has none. */
  record Answer(int status, JsonNode body) {}

  /** A secret is not sent in the clear but to this machine. */
  static URI checked(URI base) {
    boolean secure = "https".equals(base.getScheme());
    boolean local = "http".equals(base.getScheme()) && LOOPBACK.contains(base.getHost());
    unless(secure || local, "base", base, "must be https");
    return base;
  }

  Answer send(HttpRequest.Builder request) {
    var answer =
        client.sendAsync(request.timeout(WITHIN).build(), HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), json(response.body()));
    } catch (ExecutionException | TimeoutException failure) {
      answer.cancel(true);
      throw failed("can't be reached");
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
  }

  /** What the client would refuse with a message that shows it. */
  String headerValue(Secret secret) {
    String value = secret.text();
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw failed("is given a token that no header can carry: a line end in its file?");
    }
    return value;
  }

  SecretSourceException failed(String reason) {
    return new SecretSourceException(source, reason);
  }

  /** For what is neither found nor plainly absent. */
  SecretSourceException failed(Answer answer) {
    return failed("answers HTTP " + answer.status());
  }

  private JsonNode json(byte[] body) {
    if (body.length == 0) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw failed("does not answer with JSON");
    }
  }
}
