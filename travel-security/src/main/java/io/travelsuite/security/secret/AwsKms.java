package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.KeyEncryption;
import io.travelsuite.security.data.KeyUnavailableException;
import io.travelsuite.security.data.WrappedKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts data keys by AWS KMS, or by what speaks as it does: the key never leaves it. One signed
 * request for each data key, of at most 5 seconds: put {@link
 * io.travelsuite.security.data.IntermediateKeys} before it. The context is KMS's encryption
 * context, {@code travel}, and so stands in CloudTrail: the ids of operator and subject. What KMS
 * rotates by itself keeps its id and needs no wrapping anew. Source: AWS KMS API Reference, Encrypt
 * and Decrypt (docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html and API_Decrypt.html).
 * Immutable; safe for use by many threads.
 */
public final class AwsKms implements KeyEncryption {

  private static final Pattern ARN =
      Pattern.compile("arn:[a-z-]{1,20}:kms:([a-z0-9-]{1,40}):[0-9]{12}:key/[A-Za-z0-9-]{1,64}");

  private static final AwsRequests.Service KMS = new AwsRequests.Service("kms", "TrentService");

  private final AwsRequests requests;
  private final String key;

  /**
   * Where the key is.
   *
   * @param endpoint {@code https://kms.REGION.amazonaws.com/}; https, or http to this machine
   * @param key the ARN of the key that wraps; not an alias, which would hide a change
   */
  public record Place(URI endpoint, String key) {

    /** Checks address and ARN. */
    public Place {
      unless(ARN.matcher(key).matches(), "key", key, "must be the ARN of a key");
      SecretHttp.checked(endpoint);
    }

    String region() {
      Matcher arn = ARN.matcher(key);
      unless(arn.matches(), "key", key, "must be the ARN of a key");
      return arn.group(1);
    }
  }

  /**
   * A key of KMS.
   *
   * @param client the host's, which follows no redirects
   * @param place where
   * @param credentials asked for each request; they may kms:Encrypt and kms:Decrypt
   * @param clock what time it is; AWS refuses what is five minutes off
   */
  public AwsKms(HttpClient client, Place place, Supplier<AwsCredentials> credentials, Clock clock) {
    SecretHttp http = new SecretHttp("aws-kms", client);
    this.requests =
        new AwsRequests(http, place.endpoint(), place.region(), KMS, credentials, clock);
    this.key = place.key();
  }

  @Override
  public WrappedKey wrap(Secret secret, String context) {
    ObjectNode body = body(key, context);
    body.put("Plaintext", Base64.getEncoder().encodeToString(secret.bytes()));
    return new WrappedKey(key, text(ask("Encrypt", body)));
  }

  private static String text(JsonNode answer) {
    String text = answer.path("CiphertextBlob").asText("");
    if (text.length() > 2048 || bytes(text) == null) {
      throw unavailable("aws-kms: answers without a ciphertext", true);
    }
    return text;
  }

  @Override
  public Secret unwrap(WrappedKey wrapped, String context) {
    ObjectNode body = body(wrapped.wrappedBy(), context).put("CiphertextBlob", wrapped.text());
    Secret found = bytes(ask("Decrypt", body).path("Plaintext").asText(""));
    if (found == null) {
      throw unavailable("aws-kms: answers without a key", true);
    }
    return found;
  }

  private static @Nullable Secret bytes(String base64) {
    try {
      return Secret.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException | InvalidRequestException none) {
      return null;
    }
  }

  @Override
  public String currentId() {
    return key;
  }

  private static ObjectNode body(String key, String context) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("KeyId", key);
    body.putObject("EncryptionContext").put("travel", context);
    return body;
  }

  private JsonNode ask(String operation, ObjectNode body) {
    try {
      SecretHttp.Answer answer = requests.send(operation, body);
      if (answer.status() != 200) {
        String error = answer.body().path("__type").asText("");
        boolean refused = answer.status() == 400 && isRefusal(error);
        throw unavailable(requests.http().failed(answer).getMessage(), !refused);
      }
      return answer.body();
    } catch (SecretSourceException failure) {
      throw unavailable(failure.getMessage(), true);
    }
  }

  private static boolean isRefusal(String error) {
    return error.endsWith("InvalidCiphertextException") || error.endsWith("IncorrectKeyException");
  }

  private static KeyUnavailableException unavailable(@Nullable String reason, boolean retryable) {
    return new KeyUnavailableException(String.valueOf(reason), retryable);
  }

  /** Shows the ARN, no credentials. */
  @Override
  public String toString() {
    return "AwsKms[" + key + "]";
  }
}
