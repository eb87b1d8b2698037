package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/**
 * SendGrid's event webhook: {@code X-Twilio-Email-Event-Webhook-Signature}, the Base64 of an ECDSA
 * signature (P-256, SHA-256, DER) over {@code X-Twilio-Email-Event-Webhook-Timestamp} and the body,
 * with the line break at its end. A delivery is a batch of events, each an event of its own here.
 *
 * <p>The timestamp is signed but no window is kept: the vendor names none and delivers again for a
 * day. What stops a replay is {@code sg_event_id}.
 *
 * @see <a
 *     href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features">
 *     SendGrid, event webhook security</a>
 */
public final class SendGridVerifier extends CheckedVerifier {

  private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
  private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

  private final List<PublicKey> keys;

  /**
   * A verifier of an endpoint.
   *
   * @param settings the webhook's public keys as the vendor shows them (Base64 of their DER), in
   *     place of secrets
   * @throws InvalidRequestException if there is none, or one is no P-256 key
   */
  public SendGridVerifier(VerifierSettings settings) {
    super("sendgrid", settings);
    keys = settings.requiredSecrets().stream().map(SendGridVerifier::key).toList();
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    byte[] signature = SignatureText.decoded(Headers.signature(request, SIGNATURE));
    String timestamp = Headers.required(request, TIMESTAMP);
    byte[] body = request.bytes();
    boolean fits = false;
    for (PublicKey key : keys) {
      fits |= fits(key, signature, timestamp.getBytes(StandardCharsets.UTF_8), body);
    }
    unless(fits && separable(timestamp, body), RejectionReason.SIGNATURE_MISMATCH);
    return batch(body, "", SendGridVerifier::event);
  }

  /** Nothing stands between timestamp and body: only digits are one, and none begins the other. */
  private static boolean separable(String timestamp, byte[] body) {
    boolean digits = timestamp.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && (body.length == 0 || body[0] < '0' || body[0] > '9');
  }

  private static boolean fits(PublicKey key, byte[] signature, byte[] timestamp, byte[] body) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(timestamp);
      verifier.update(body);
      return verifier.verify(signature);
    } catch (SignatureException notOne) {
      return false;
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static PublicKey key(Secret secret) {
    try {
      byte[] encoded = SecretForm.base64(secret.text().strip());
      PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
      InvalidRequestException.unless(
          key instanceof ECPublicKey ec
              && ec.getParams().getCurve().equals(p256.getCurve())
              && ec.getParams().getGenerator().equals(p256.getGenerator()),
          "secret",
          "(hidden)",
          "must be a key on P-256");
      return key;
    } catch (GeneralSecurityException notAKey) {
      throw new InvalidRequestException("secret", "(hidden)", "must be a public key");
    }
  }

  private static Event event(EventBody body) {
    return new Event(
        body.id("/sg_event_id"), body.textOrEmpty("/event"), body.text("/sg_message_id"), null);
  }
}
