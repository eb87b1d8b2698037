package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of HashiCorp Vault's key/value store, version 2: the fields of one path. The version
 * before the newest gives the previous secret, where its field differs. Two requests a look, of at
 * most 5 seconds each. Source: Vault's HTTP API, {@code GET /v1/:mount/data/:path?version=:n}.
 * Immutable; safe for use by many threads.
 */
public final class VaultSecrets implements SecretSource {

  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_.-]+)+");

  private final SecretHttp http;
  private final URI base;
  private final String path;
  private final Supplier<Secret> token;

  /**
   * Secrets of one path.
   *
   * @param client the host's, which follows no redirects
   * @param base the server's address; https, or http to this machine
   * @param path mount and path: {@code secret/travel/production}
   * @param token gives the token to sign in with, asked for each request: tokens are renewed
   */
  public VaultSecrets(HttpClient client, URI base, String path, Supplier<Secret> token) {
    unless(PATH.matcher(path).matches(), "path", path, "must be mount/path");
    this.http = new SecretHttp("vault", client);
    this.base = SecretHttp.checked(base);
    this.path = path;
    this.token = token;
  }

  /** One version of the path. */
  private record Version(JsonNode fields, JsonNode metadata) {

    @Nullable Secret field(String name) {
      String value = fields.path(name).asText("");
      return value.isBlank() ? null : Secret.of(value);
    }
  }

  @Override
  public Optional<SecretVersions> find(String name) {
    Version newest = read("");
    Secret current = newest == null ? null : newest.field(name);
    if (newest == null || current == null) {
      return Optional.empty();
    }
    int number = newest.metadata().path("version").asInt(1);
    Version before = number > 1 ? read("?version=" + (number - 1)) : null;
    Secret previous = before == null ? null : before.field(name);
    boolean changed = previous != null && !Objects.equals(previous, current);
    return Optional.of(
        changed
            ? new SecretVersions(current, previous, created(newest))
            : SecretVersions.of(current));
  }

  private @Nullable Instant created(Version version) {
    try {
      return Instant.parse(version.metadata().path("created_time").asText());
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  /** Null when there is none, or it was deleted: both are a 404, the latter with metadata. */
  private @Nullable Version read(String query) {
    int slash = path.indexOf('/');
    String target = "/v1/" + path.substring(0, slash) + "/data" + path.substring(slash) + query;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(target))
            .header("X-Vault-Token", http.headerValue(token.get()))
            .header("X-Vault-Request", "true");
    SecretHttp.Answer answer = http.send(request);
    if (answer.status() == 404) {
      return null;
    }
    if (answer.status() != 200) {
      throw http.failed(answer);
    }
    JsonNode data = answer.body().path("data");
    return new Version(data.path("data"), data.path("metadata"));
  }
}
