package io.travelsuite.notify.webhook;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.travelsuite.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures by Standard Webhooks 1.0.0, scheme {@code v1}: HMAC-SHA256 over {@code
 * id.timestamp.body}, in Base64.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
public final class StandardSignature {

  private static final String PREFIX = "whsec_";
  private static final int KEY_BYTES = 32;
  private static final int FEWEST_BYTES = 16;
  private static final String ALGORITHM = "HmacSHA256";

  private StandardSignature() {}

  /** {@return a new secret, as it is shown to a partner}: {@code whsec_} and 32 random bytes. */
  public static Secret newSecret() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Secret.of(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /**
   * Signs with every secret that is in force.
   *
   * @param secrets in the form of {@link #newSecret}, with or without its prefix; the newest first
   * @param id the webhook's id, without a full stop
   * @param timestamp of this try, in seconds since 1970
   * @param body what is sent, byte for byte
   * @return the {@code webhook-signature} field
   * @throws io.travelsuite.InvalidRequestException if a secret is no Base64 of at least 16 bytes,
   *     or the id has a full stop
   */
  public static String sign(List<Secret> secrets, String id, long timestamp, byte[] body) {
    unless(!id.contains(".") && !secrets.isEmpty(), "id", id, "must have no full stop");
    byte[] head = (id + "." + timestamp + ".").getBytes(US_ASCII);
    return secrets.stream()
        .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(key(secret), head, body)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] key(Secret secret) {
    String text = secret.text();
    try {
      byte[] key =
          Base64.getDecoder()
              .decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
      unless(key.length >= FEWEST_BYTES, "secret", "…", "must be 16 bytes or more");
      return key;
    } catch (IllegalArgumentException e) {
      throw new io.travelsuite.InvalidRequestException("secret", "…", "must be Base64");
    }
  }

  private static byte[] hmac(byte[] key, byte[] head, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(head);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }
}
