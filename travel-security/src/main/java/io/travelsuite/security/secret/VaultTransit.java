package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.KeyEncryption;
import io.travelsuite.security.data.KeyUnavailableException;
import io.travelsuite.security.data.WrappedKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts data keys by HashiCorp Vault's transit engine: the key never leaves Vault. Its type must
 * be one with associated data ({@code aes256-gcm96}). One request for each data key, of at most 5
 * seconds: put {@link io.travelsuite.security.data.IntermediateKeys} before it. Source: Vault's
 * HTTP API, {@code POST /v1/:mount/encrypt/:name}, {@code …/decrypt/:name}, {@code GET
 * /v1/:mount/keys/:name} (developer.hashicorp.com/vault/api-docs/secret/transit). Immutable; safe
 * for use by many threads.
 */
public final class VaultTransit implements KeyEncryption {

  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]{1,64}/[A-Za-z0-9_.-]{1,64}");
  private static final Pattern TEXT = Pattern.compile("vault:v[1-9][0-9]{0,8}:[A-Za-z0-9+/=]+");

  private final SecretHttp http;
  private final URI base;
  private final String mount;
  private final String name;
  private final Supplier<Secret> token;

  /**
   * A key of Vault.
   *
   * @param client the host's, which follows no redirects
   * @param base the server's address; https, or http to this machine
   * @param path mount and key: {@code transit/travel}
   * @param token gives the token to sign in with, asked for each request; its policy needs {@code
   *     update} on encrypt and decrypt and {@code read} on keys
   */
  public VaultTransit(HttpClient client, URI base, String path, Supplier<Secret> token) {
    unless(PATH.matcher(path).matches(), "path", path, "must be mount/key");
    int slash = path.indexOf('/');
    this.http = new SecretHttp("vault-transit", client);
    this.base = SecretHttp.checked(base);
    this.mount = path.substring(0, slash);
    this.name = path.substring(slash + 1);
    this.token = token;
  }

  @Override
  public WrappedKey wrap(Secret key, String context) {
    ObjectNode body = body(context);
    body.put("plaintext", Base64.getEncoder().encodeToString(key.bytes()));
    String text = ask("encrypt", body).path("ciphertext").asText("");
    if (!TEXT.matcher(text).matches() || text.length() > 2048) {
      throw unavailable("vault-transit: answers without a ciphertext", true);
    }
    return new WrappedKey(id(version(text)), text);
  }

  @Override
  public Secret unwrap(WrappedKey key, String context) {
    if (!TEXT.matcher(key.text()).matches()) {
      throw unavailable("vault-transit: is given what it did not wrap", false);
    }
    ObjectNode body = body(context).put("ciphertext", key.text());
    try {
      return Secret.of(Base64.getDecoder().decode(ask("decrypt", body).path("plaintext").asText()));
    } catch (IllegalArgumentException | io.travelsuite.InvalidRequestException none) {
      throw unavailable("vault-transit: answers without a key", true);
    }
  }

  @Override
  public String currentId() {
    int newest = ask("keys", null).path("latest_version").asInt(0);
    if (newest < 1) {
      throw unavailable("vault-transit: answers without a version", true);
    }
    return id(Integer.toString(newest));
  }

  private String id(String version) {
    return mount + "/" + name + ":v" + version;
  }

  private static String version(String text) {
    return text.substring("vault:v".length(), text.indexOf(':', "vault:v".length()));
  }

  private static ObjectNode body(String context) {
    String associated = Base64.getEncoder().encodeToString(context.getBytes(UTF_8));
    return JsonNodeFactory.instance.objectNode().put("associated_data", associated);
  }

  private JsonNode ask(String what, @Nullable ObjectNode body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve("/v1/" + mount + "/" + what + "/" + name))
              .header("X-Vault-Token", http.headerValue(token.get()))
              .header("X-Vault-Request", "true");
      if (body != null) {
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toString().getBytes(UTF_8)));
      }
      SecretHttp.Answer answer = http.send(request);
      if (answer.status() != 200) {
        String reason = http.failed(answer).getMessage();
        throw unavailable(reason, answer.status() != 400); // 400: another key, or altered
      }
      return answer.body().path("data");
    } catch (SecretSourceException failure) {
      throw unavailable(failure.getMessage(), true);
    }
  }

  private static KeyUnavailableException unavailable(@Nullable String reason, boolean retryable) {
    return new KeyUnavailableException(String.valueOf(reason), retryable);
  }

  /** Shows the key's path, no token. */
  @Override
  public String toString() {
    return "VaultTransit[" + mount + "/" + name + "]";
  }
}
