package io.travelsuite.security.secret;

import com.sun.net.httpserver.HttpExchange;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Vault's key/value store, version 2, by its HTTP API: one path. */
final class FakeVault implements AutoCloseable {

  static final String TOKEN = "vault-token-canary";

  private record Version(String json, Instant created) {}

  final FakeServer server = new FakeServer(this::answer);
  private final List<Version> versions = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  FakeVault() throws IOException {}

  synchronized void put(String json, Instant created) {
    versions.add(new Version(json, created));
  }

  VaultSecrets secrets(String token) {
    return new VaultSecrets(client, server.base(), "secret/travel/test", () -> Secret.of(token));
  }

  private synchronized FakeServer.Answer answer(HttpExchange request, String body) {
    if (!TOKEN.equals(request.getRequestHeaders().getFirst("X-Vault-Token"))) {
      return new FakeServer.Answer(403, "{\"errors\":[\"permission denied\"]}");
    }
    if (!request.getRequestURI().getPath().equals("/v1/secret/data/travel/test")) {
      return new FakeServer.Answer(404, "{\"errors\":[]}");
    }
    String query = request.getRequestURI().getQuery();
    int number = query == null ? versions.size() : Integer.parseInt(query.split("=", 2)[1]);
    if (number < 1 || number > versions.size()) {
      return new FakeServer.Answer(404, "{\"errors\":[]}");
    }
    Version version = versions.get(number - 1);
    return new FakeServer.Answer(
        200,
        "{\"data\":{\"data\":%s,\"metadata\":{\"created_time\":\"%s\",\"version\":%d}}}"
            .formatted(version.json(), version.created(), number));
  }

  @Override
  public void close() {
    server.close();
  }
}
