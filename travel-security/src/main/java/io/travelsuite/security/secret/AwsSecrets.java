package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of AWS Secrets Manager, each by its name behind a prefix: the versions that carry the
 * labels {@code AWSCURRENT} and {@code AWSPREVIOUS}. Two signed requests a look, of at most 5
 * seconds each. Source: AWS Secrets Manager API Reference, GetSecretValue. Immutable; safe for use
 * by many threads.
 */
public final class AwsSecrets implements SecretSource {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
  private static final String TYPE = "application/x-amz-json-1.1";

  private final Place place;
  private final SecretHttp http;
  private final Supplier<AwsCredentials> credentials;
  private final Clock clock;

  /**
   * Where the secrets are.
   *
   * @param endpoint {@code https://secretsmanager.REGION.amazonaws.com/}; https, or http to this
   *     machine
   * @param region such as {@code eu-central-1}
   * @param prefix put before each name: {@code travel/production/}
   */
  public record Place(URI endpoint, String region, String prefix) {

    /** Checks the region and the address. */
    public Place {
      unless(REGION.matcher(region).matches(), "region", region, "must be the name of one");
      SecretHttp.checked(endpoint);
    }
  }

  /**
   * Secrets of a place.
   *
   * @param client the host's, which follows no redirects
   * @param place where
   * @param credentials asked for each request: temporary ones end
   * @param clock what time it is; AWS refuses what is five minutes off
   */
  public AwsSecrets(
      HttpClient client, Place place, Supplier<AwsCredentials> credentials, Clock clock) {
    this.place = place;
    this.http = new SecretHttp("aws-secrets-manager", client);
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Optional<SecretVersions> find(String name) {
    JsonNode newest = read(name, "AWSCURRENT");
    if (newest == null) {
      return Optional.empty();
    }
    JsonNode before = read(name, "AWSPREVIOUS");
    double created = newest.path("CreatedDate").asDouble(0);
    Instant since = created > 0 ? Instant.ofEpochMilli((long) (created * 1000)) : null;
    Secret previous = before == null ? null : secret(before);
    return Optional.of(new SecretVersions(secret(newest), previous, since));
  }

  private Secret secret(JsonNode version) {
    String text = version.path("SecretString").asText("");
    if (!text.isBlank()) {
      return Secret.of(text);
    }
    try {
      return Secret.of(Base64.getDecoder().decode(version.path("SecretBinary").asText("")));
    } catch (IllegalArgumentException | io.travelsuite.InvalidRequestException none) {
      throw http.failed("answers without a secret");
    }
  }

  private @Nullable JsonNode read(String name, String stage) {
    byte[] body =
        JsonNodeFactory.instance
            .objectNode()
            .put("SecretId", place.prefix() + name)
            .put("VersionStage", stage)
            .toString()
            .getBytes(UTF_8);
    SecretHttp.Answer answer = http.send(signed(body));
    if (answer.status() == 200) {
      return answer.body();
    }
    String error = answer.body().path("__type").asText("");
    if (answer.status() == 400 && error.endsWith("ResourceNotFoundException")) {
      return null;
    }
    throw http.failed(answer);
  }

  private HttpRequest.Builder signed(byte[] body) {
    AwsCredentials key = credentials.get();
    URI to = place.endpoint();
    String time = TIME.format(clock.instant());
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", TYPE);
    headers.put("X-Amz-Date", time);
    headers.put("X-Amz-Target", "secretsmanager.GetSecretValue");
    Secret session = key.sessionToken();
    if (session != null) {
      headers.put("X-Amz-Security-Token", http.headerValue(session));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.resolve("/")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    headers.put("Host", to.getPort() < 0 ? to.getHost() : to.getHost() + ":" + to.getPort());
    AwsSignature signature = new AwsSignature(place.region(), "secretsmanager", time);
    return request.header("Authorization", signature.authorization(key, "POST", headers, body));
  }
}
