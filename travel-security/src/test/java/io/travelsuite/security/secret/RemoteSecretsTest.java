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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoteSecretsTest {

  private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Secret KEY = Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  private static final AwsCredentials CREDENTIALS = new AwsCredentials("AKIDEXAMPLE", KEY, null);

  private final SteppingClock clock = new SteppingClock();

  @Test
  void vault_gives_the_newest_version_and_the_one_before() throws IOException {
    try (FakeVault vault = new FakeVault()) {
      vault.put("{\"A\":\"first\",\"B\":\"same\"}", THEN.minusSeconds(60));
      vault.put("{\"A\":\"second\",\"B\":\"same\"}", THEN);
      SecretVersions a = vault.secrets(FakeVault.TOKEN).find("A").orElseThrow();
      assertThat(a.current().text()).isEqualTo("second");
      assertThat(a.accepted()).containsExactly(Secret.of("second"), Secret.of("first"));
      assertThat(a.since()).isEqualTo(THEN);
      SecretVersions b = vault.secrets(FakeVault.TOKEN).find("B").orElseThrow();
      assertThat(b.accepted()).containsExactly(Secret.of("same"));
      assertThat(vault.secrets(FakeVault.TOKEN).find("C")).isEmpty();
      assertThat(vault.server.asked).contains("GET /v1/secret/data/travel/test?version=1");
    }
  }

  @Test
  void vault_that_refuses_or_is_down_is_no_absence_and_tells_nothing() throws IOException {
    try (FakeVault vault = new FakeVault()) {
      vault.put("{\"A\":\"value-canary\"}", THEN);
      assertThatThrownBy(() -> vault.secrets("wrong-token-canary").find("A"))
          .isInstanceOf(SecretSourceException.class)
          .hasMessage("vault: answers HTTP 403");
      vault.server.down = true;
      assertThatThrownBy(() -> vault.secrets(FakeVault.TOKEN).find("A"))
          .isInstanceOf(SecretSourceException.class)
          .hasMessage("vault: answers HTTP 503");
    }
  }

  @Test
  void a_secret_is_not_fetched_in_the_clear_from_elsewhere() {
    HttpClient client = HttpClient.newHttpClient();
    URI plain = URI.create("http://vault.example/");
    assertThatThrownBy(() -> new VaultSecrets(client, plain, "secret/a", () -> KEY))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> new AwsSecrets.Place(plain, "eu-central-1", ""))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_client_that_follows_redirects_would_take_the_token_elsewhere() {
    HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    URI base = URI.create("https://vault.example/");
    assertThatThrownBy(() -> new VaultSecrets(follows, base, "secret/a", () -> KEY))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void whatever_a_server_answers_is_a_secret_an_absence_or_a_failure_of_the_source()
      throws IOException {
    List<String> bodies =
        List.of(
            "",
            " ",
            "null",
            "[]",
            "7",
            "<html>canary",
            "{\"data\":[\"canary\"]}",
            "{\"data\":{\"data\":{\"A\":{\"canary\":1}}}}",
            "{\"data\":{\"data\":{\"A\":\"a\"},\"metadata\":{\"version\":\"x\"}}}",
            "{\"data\":{\"data\":{\"A\":\"a\"},\"metadata\":{\"version\":2}}}",
            "{\"SecretBinary\":\"canary!\"}",
            "[".repeat(100_000));
    for (String body : bodies) {
      for (int status : List.of(200, 204, 301, 400, 404, 500)) {
        String sent = status == 204 ? "" : body;
        try (FakeServer server =
            new FakeServer((request, asked) -> new FakeServer.Answer(status, sent))) {
          HttpClient client = HttpClient.newHttpClient();
          AwsSecrets.Place place = new AwsSecrets.Place(server.base(), "eu-central-1", "");
          judge(new VaultSecrets(client, server.base(), "secret/a", () -> KEY));
          judge(new AwsSecrets(client, place, () -> CREDENTIALS, clock));
        }
      }
    }
  }

  private static void judge(SecretSource source) {
    try {
      source.find("A");
    } catch (SecretSourceException failure) {
      assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
    }
  }

  /** The vectors get-vanilla, post-vanilla and post-x-www-form-urlencoded of AWS's test suite. */
  @Test
  void a_signature_is_that_of_the_suite_of_aws() {
    AwsSignature suite = new AwsSignature("us-east-1", "service", "20150830T123600Z");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Amz-Date", "20150830T123600Z");
    headers.put("Host", "example.amazonaws.com");
    assertThat(suite.authorization(CREDENTIALS, "GET", headers, new byte[0]))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature="
                + "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    assertThat(suite.authorization(CREDENTIALS, "POST", headers, new byte[0]))
        .endsWith("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    assertThat(suite.authorization(CREDENTIALS, "POST", headers, "Param1=value1".getBytes(UTF_8)))
        .endsWith("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  @Test
  void aws_gives_the_labelled_versions_to_a_signed_request() throws IOException {
    try (FakeServer server = new FakeServer(this::aws)) {
      AwsSecrets.Place place = new AwsSecrets.Place(server.base(), "eu-central-1", "travel/");
      AwsSecrets aws = new AwsSecrets(HttpClient.newHttpClient(), place, () -> CREDENTIALS, clock);
      SecretVersions found = aws.find("A").orElseThrow();
      assertThat(found.accepted()).containsExactly(Secret.of("new"), Secret.of("old"));
      assertThat(found.since()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
      assertThat(aws.find("B")).isEmpty();
      AwsCredentials wrong = new AwsCredentials("AKIDEXAMPLE", Secret.of("wrong"), null);
      AwsSecrets forged = new AwsSecrets(HttpClient.newHttpClient(), place, () -> wrong, clock);
      assertThatThrownBy(() -> forged.find("A"))
          .isInstanceOf(SecretSourceException.class)
          .hasMessage("aws-secrets-manager: answers HTTP 403");
    }
  }

  /** Checks the signature as AWS does, over the headers that were received. */
  private FakeServer.Answer aws(HttpExchange request, String body) {
    var received = request.getRequestHeaders();
    String authorization = received.getFirst("Authorization");
    Map<String, String> signed = new LinkedHashMap<>();
    for (String name :
        authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1").split(";", -1)) {
      signed.put(name, received.getFirst(name));
    }
    AwsSignature judge =
        new AwsSignature("eu-central-1", "secretsmanager", received.getFirst("X-Amz-Date"));
    if (!authorization.equals(
        judge.authorization(CREDENTIALS, "POST", signed, body.getBytes(UTF_8)))) {
      return new FakeServer.Answer(403, "{\"__type\":\"InvalidSignatureException\"}");
    }
    JsonNode asked = read(body);
    if (!asked.path("SecretId").asText().equals("travel/A")) {
      return new FakeServer.Answer(400, "{\"__type\":\"ResourceNotFoundException\"}");
    }
    return asked.path("VersionStage").asText().equals("AWSCURRENT")
        ? new FakeServer.Answer(200, "{\"SecretString\":\"new\",\"CreatedDate\":1.7E9}")
        : new FakeServer.Answer(200, "{\"SecretBinary\":\"b2xk\",\"CreatedDate\":1.6E9}");
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
