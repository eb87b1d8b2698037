package io.travelsuite.payments.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Standard Webhooks, of which Svix is the origin: {@code webhook-id}, {@code webhook-timestamp} and
 * {@code webhook-signature}, or the same with {@code svix-}. A space-separated list of {@code
 * v1,<Base64>}, HMAC-SHA256 over {@code id.timestamp.body} by the decoded secret, and {@code
 * v1a,<Base64>}, Ed25519 over the same. Secrets are {@code whsec_…} or bare Base64 for the first
 * and {@code whpk_…}, the sender's public key, for the second.
 *
 * <p>An id with a full stop is refused: it would have two readings.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks">the specification,
 *     1.0.0</a>
 */
public final class StandardWebhooksVerifier extends CheckedVerifier {

  private static final String PUBLIC_KEY = "whpk_";
  private static final String SHARED = "whsec_";
  private static final String V1 = "v1,";
  private static final String V1A = "v1a,";

  private final Hmac hmac;
  private final List<Ed25519Key> publicKeys;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its secrets and public keys, clock and tolerance
   * @throws io.travelsuite.InvalidRequestException if there is none, or one is not of the form
   */
  public StandardWebhooksVerifier(VerifierSettings settings) {
    super("standard-webhooks", settings);
    List<byte[]> shared = new ArrayList<>();
    publicKeys = new ArrayList<>();
    for (Secret secret : settings.requiredSecrets()) {
      String text = secret.text();
      if (text.startsWith(PUBLIC_KEY)) {
        publicKeys.add(Ed25519Key.of(SecretForm.base64(text.substring(PUBLIC_KEY.length()))));
      } else {
        unless(!text.startsWith("whsk_"), "secret", "(hidden)", "must not be the sender's own key");
        String encoded = text.startsWith(SHARED) ? text.substring(SHARED.length()) : text;
        shared.add(SecretForm.base64(encoded));
      }
    }
    hmac = Hmac.ofKeys(Hmac.SHA256, shared);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    boolean svix =
        request.headers("webhook-signature").isEmpty()
            && !request.headers("svix-signature").isEmpty();
    String prefix = svix ? "svix-" : "webhook-";
    String signature = Headers.signature(request, prefix + "signature");
    String id = Headers.required(request, prefix + "id");
    String timestamp = Headers.required(request, prefix + "timestamp");
    TimeWindow.checkSeconds(settings(), TimeWindow.parsed(timestamp));
    byte[] signed = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    Refusal.unless(
        isSigned(signature, signed, request.bytes()), RejectionReason.SIGNATURE_MISMATCH);
    Refusal.unless(id.indexOf('.') < 0, RejectionReason.MALFORMED_HEADER);
    return verified(request.bytes(), body -> event(id, body));
  }

  /** All of them are looked at, whichever matches. */
  private boolean isSigned(String signatures, byte[] prefix, byte[] body) throws Refusal {
    List<String> shared = new ArrayList<>(2);
    List<String> asymmetric = new ArrayList<>(2);
    for (String signature : signatures.split(" ", -1)) {
      if (signature.startsWith(V1)) {
        shared.add(signature.substring(V1.length()));
      } else if (signature.startsWith(V1A)) {
        asymmetric.add(signature.substring(V1A.length()));
      }
    }
    Refusal.unless(
        !shared.isEmpty() || !asymmetric.isEmpty(),
        signatures.indexOf(',') < 0
            ? RejectionReason.MALFORMED_HEADER
            : RejectionReason.UNSUPPORTED_SCHEME);
    boolean found = !shared.isEmpty() && hmac.isBase64(shared, prefix, body);
    for (Ed25519Key key : publicKeys) {
      found |= key.signed(asymmetric, prefix, body);
    }
    return found;
  }

  private static Event event(String id, EventBody body) {
    String type = body.text("/type");
    return new Event(
        body.firstId(id),
        type == null ? body.textOrEmpty("/event_type") : type,
        body.text("/data/id"),
        null);
  }
}
