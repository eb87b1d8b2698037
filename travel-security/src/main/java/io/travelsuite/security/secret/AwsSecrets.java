package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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

  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
  private static final AwsRequests.Service SERVICE =
      new AwsRequests.Service("secretsmanager", "secretsmanager");

  private final SecretHttp http;
  private final AwsRequests requests;
  private final String prefix;

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
    this.http = new SecretHttp("aws-secrets-manager", client);
    this.requests =
        new AwsRequests(http, place.endpoint(), place.region(), SERVICE, credentials, clock);
    this.prefix = place.prefix();
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
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("SecretId", prefix + name)
            .put("VersionStage", stage);
    SecretHttp.Answer answer = requests.send("GetSecretValue", body);
    if (answer.status() == 200) {
      return answer.body();
    }
    String error = answer.body().path("__type").asText("");
    if (answer.status() == 400 && error.endsWith("ResourceNotFoundException")) {
      return null;
    }
    throw http.failed(answer);
  }
}
