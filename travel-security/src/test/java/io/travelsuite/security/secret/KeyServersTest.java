package io.travelsuite.security.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.data.KeyEncryption;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.data.KeyUnavailableException;
import io.travelsuite.security.data.Samples;
import io.travelsuite.security.data.WrappedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vault's transit engine and KMS by their HTTP APIs, the servers backed by key rings. */
class KeyServersTest {

  private static final Secret DATA_KEY = Samples.key(77);
  private static final String TOKEN = "vault-token-canary";
  private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab";
  private static final AwsCredentials CREDENTIALS =
      new AwsCredentials("AKIDEXAMPLE", Secret.of("secret-canary"), null);

  private final SteppingClock clock = new SteppingClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Secret> versions =
      new LinkedHashMap<>(Map.of("1", Samples.key(1), "2", Samples.key(2)));
  private volatile String newest = "1";

  private VaultTransit vault(FakeServer server, String token) {
    return new VaultTransit(client, server.base(), "transit/travel", () -> Secret.of(token));
  }

  private FakeServer.Answer vault(HttpExchange request, String body) {
    if (!TOKEN.equals(request.getRequestHeaders().getFirst("X-Vault-Token"))) {
      return new FakeServer.Answer(403, "{\"errors\":[\"permission denied\"]}");
    }
    JsonNode asked = read(body.isEmpty() ? "{}" : body);
    String context = asked.path("associated_data").asText();
    return switch (request.getRequestMethod() + " " + request.getRequestURI()) {
      case "POST /v1/transit/encrypt/travel" -> {
        WrappedKey key = ring().wrap(decoded(asked, "plaintext"), context);
        yield data("\"ciphertext\":\"vault:v" + key.wrappedBy() + ":" + key.text() + "\"");
      }
      case "POST /v1/transit/decrypt/travel" -> {
        String[] parts = asked.path("ciphertext").asText().split(":", 3); // vault:v1:text
        yield opened(new WrappedKey(parts[1].substring(1), parts[2]), context);
      }
      case "GET /v1/transit/keys/travel" -> data("\"latest_version\":" + newest);
      default -> new FakeServer.Answer(404, "{\"errors\":[]}");
    };
  }

  private KeyRing ring() {
    return KeyRing.of(newest, versions);
  }

  private FakeServer.Answer opened(WrappedKey key, String context) {
    try {
      return data("\"plaintext\":\"" + encoded(ring().unwrap(key, context)) + "\"");
    } catch (KeyUnavailableException refused) {
      return new FakeServer.Answer(400, "{\"errors\":[\"cipher: message authentication canary\"]}");
    }
  }

  private static FakeServer.Answer data(String fields) {
    return new FakeServer.Answer(200, "{\"data\":{" + fields + "}}");
  }

  private static Secret decoded(JsonNode asked, String field) {
    return Secret.of(Base64.getDecoder().decode(asked.path(field).asText()));
  }

  private static String encoded(Secret key) {
    return Base64.getEncoder().encodeToString(key.bytes());
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void vault_wraps_and_unwraps_by_the_version_it_names() throws IOException {
    try (FakeServer server = new FakeServer(this::vault)) {
      VaultTransit vault = vault(server, TOKEN);
      WrappedKey first = vault.wrap(DATA_KEY, "one");
      assertThat(first.wrappedBy()).isEqualTo("transit/travel:v1").isEqualTo(vault.currentId());
      newest = "2";
      WrappedKey second = vault.wrap(DATA_KEY, "one");
      assertThat(second.wrappedBy()).isEqualTo("transit/travel:v2").isEqualTo(vault.currentId());
      assertThat(vault.unwrap(first, "one")).isEqualTo(DATA_KEY);
      assertThat(vault.unwrap(second, "one")).isEqualTo(DATA_KEY);
      refused(vault, second, "two");
      refused(vault, new WrappedKey(second.wrappedBy(), "vault:v2:AAAA"), "one");
      refused(vault, new WrappedKey("x", "vault:none"), "one");
    }
  }

  private static void refused(KeyEncryption by, WrappedKey key, String context) {
    assertThatThrownBy(() -> by.unwrap(key, context))
        .isInstanceOfSatisfying(
            KeyUnavailableException.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  private static void unavailable(KeyEncryption by) {
    assertThatThrownBy(() -> by.wrap(DATA_KEY, "c"))
        .isInstanceOfSatisfying(
            KeyUnavailableException.class, e -> assertThat(e.retryable()).isTrue())
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining(encoded(DATA_KEY))
        .hasNoCause();
  }

  @Test
  void vault_that_is_down_or_forbids_can_be_asked_later() throws IOException {
    try (FakeServer server = new FakeServer(this::vault)) {
      unavailable(vault(server, "wrong-canary"));
      unavailable(vault(server, "broken\ncanary"));
      server.down = true;
      unavailable(vault(server, TOKEN));
      assertThatThrownBy(() -> vault(server, TOKEN).currentId())
          .isInstanceOf(KeyUnavailableException.class);
    }
  }

  private AwsKms kms(FakeServer server, AwsCredentials credentials) {
    return new AwsKms(client, new AwsKms.Place(server.base(), ARN), () -> credentials, clock);
  }

  /** Checks the signature as AWS does, over the headers that were received. */
  private FakeServer.Answer kms(HttpExchange request, String body) {
    var received = request.getRequestHeaders();
    String authorization = received.getFirst("Authorization");
    Map<String, String> signed = new LinkedHashMap<>();
    for (String name :
        authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1").split(";", -1)) {
      signed.put(name, received.getFirst(name));
    }
    AwsSignature judge = new AwsSignature("eu-central-1", "kms", received.getFirst("X-Amz-Date"));
    if (!authorization.equals(
        judge.authorization(CREDENTIALS, "POST", signed, body.getBytes(UTF_8)))) {
      return new FakeServer.Answer(403, "{\"__type\":\"InvalidSignatureException canary\"}");
    }
    JsonNode asked = read(body);
    String context = asked.path("EncryptionContext").path("travel").asText();
    if (!asked.path("KeyId").asText().equals(ARN)) {
      return new FakeServer.Answer(400, "{\"__type\":\"NotFoundException\"}");
    }
    if (received.getFirst("X-Amz-Target").equals("TrentService.Encrypt")) {
      String text = ring().wrap(decoded(asked, "Plaintext"), context).text();
      return new FakeServer.Answer(
          200, "{\"CiphertextBlob\":\"%s\",\"KeyId\":\"%s\"}".formatted(text, ARN));
    }
    return decrypted(asked.path("CiphertextBlob").asText(), context);
  }

  private FakeServer.Answer decrypted(String text, String context) {
    try {
      Secret key = ring().unwrap(new WrappedKey("1", text), context);
      return new FakeServer.Answer(200, "{\"Plaintext\":\"" + encoded(key) + "\"}");
    } catch (KeyUnavailableException refused) {
      return new FakeServer.Answer(400, "{\"__type\":\"InvalidCiphertextException\"}");
    }
  }

  @Test
  void kms_wraps_and_unwraps_by_signed_requests() throws IOException {
    try (FakeServer server = new FakeServer(this::kms)) {
      AwsKms kms = kms(server, CREDENTIALS);
      WrappedKey wrapped = kms.wrap(DATA_KEY, "one");
      assertThat(wrapped.wrappedBy()).isEqualTo(ARN).isEqualTo(kms.currentId());
      assertThat(kms.unwrap(wrapped, "one")).isEqualTo(DATA_KEY);
      refused(kms, wrapped, "two");
      refused(kms, new WrappedKey(ARN, "AAAA"), "one");
      unavailable(kms(server, new AwsCredentials("AKIDEXAMPLE", Secret.of("canary"), null)));
      server.down = true;
      unavailable(kms);
    }
  }

  @Test
  void whatever_a_server_answers_is_a_key_or_a_failure_that_tells_nothing() throws IOException {
    List<String> bodies =
        List.of(
            "",
            "null",
            "[]",
            "<html>canary",
            "{\"data\":[\"canary\"]}",
            "{\"data\":{\"ciphertext\":\"canary canary\",\"plaintext\":\"canary!\"}}",
            "{\"CiphertextBlob\":\"canary!\",\"Plaintext\":\"canary!\"}",
            "{\"data\":{\"ciphertext\":\"vault:v1:" + "A".repeat(5000) + "\"}}",
            "{\"CiphertextBlob\":\"" + "A".repeat(5000) + "\"}",
            "[".repeat(100_000));
    for (String body : bodies) {
      for (int status : List.of(200, 301, 400, 404, 500)) {
        try (FakeServer server =
            new FakeServer((request, asked) -> new FakeServer.Answer(status, body))) {
          judge(vault(server, TOKEN));
          judge(kms(server, CREDENTIALS));
        }
      }
    }
  }

  private static void judge(KeyEncryption keys) {
    WrappedKey given = new WrappedKey(ARN, "vault:v1:AAAA");
    List<Runnable> calls = List.of(() -> keys.wrap(DATA_KEY, "c"), () -> keys.unwrap(given, "c"));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run)
          .isInstanceOf(KeyUnavailableException.class)
          .hasMessageNotContaining("canary")
          .hasNoCause();
    }
  }

  @Test
  void a_key_is_not_sent_in_the_clear_and_an_alias_is_no_arn() {
    URI plain = URI.create("http://keys.example/");
    URI good = URI.create("https://keys.example/");
    for (Runnable bad :
        List.<Runnable>of(
            () -> new VaultTransit(client, plain, "transit/travel", () -> DATA_KEY),
            () -> new VaultTransit(client, good, "transit/../x", () -> DATA_KEY),
            () -> new AwsKms.Place(plain, ARN),
            () -> new AwsKms.Place(good, "alias/travel"))) {
      assertThatThrownBy(bad::run).isInstanceOf(InvalidRequestException.class);
    }
  }
}
