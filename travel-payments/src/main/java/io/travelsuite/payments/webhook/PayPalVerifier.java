package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.zip.CRC32;

/**
 * PayPal: {@code PAYPAL-TRANSMISSION-SIG}, the Base64 of RSA-SHA256 over {@code <transmission
 * id>|<time>|<webhook id>|<CRC-32 of the body>} by the key of the certificate at {@code
 * PAYPAL-CERT-URL}, which must be PayPal's own by its URL, its chain, its dates and its name (see
 * {@link PayPalCertificates}). What {@code PAYPAL-AUTH-ALGO} says is compared with the one
 * algorithm there is, never used.
 *
 * <p>Of the body only the CRC is signed, and a body for a CRC is made in no time: whoever saw one
 * delivery can send any content under its signature. The answer is always {@link
 * FetchBackRequired}. The event's id is the transmission's, which is signed: a signature counts
 * once, whatever the bodies it comes with. Its mode is the certificate's, sandbox or not.
 *
 * @see <a href="https://developer.paypal.com/api/rest/webhooks/rest/">PayPal, webhooks</a>
 */
public final class PayPalVerifier extends CheckedVerifier {

  private static final String ALGORITHM = "SHA256withRSA";

  private final String webhookId;
  private final PayPalCertificates certificates;

  /**
   * A verifier of an endpoint. It may read a certificate over the network: not to be called with a
   * connection or a lock held.
   *
   * @param settings its account and clock; secrets are not used
   * @param webhookId the id PayPal gave the endpoint, not blank
   * @param certificates where certificates come from, and who vouches for them
   * @throws InvalidRequestException if the id is blank
   */
  public PayPalVerifier(
      VerifierSettings settings, String webhookId, PayPalCertificates certificates) {
    super("paypal", settings);
    InvalidRequestException.unless(
        !webhookId.isBlank(), "webhookId", webhookId, "must not be blank");
    this.webhookId = webhookId;
    this.certificates = certificates;
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    String signature = Headers.signature(request, "PAYPAL-TRANSMISSION-SIG");
    String id = Headers.required(request, "PAYPAL-TRANSMISSION-ID");
    String time = Headers.required(request, "PAYPAL-TRANSMISSION-TIME");
    String url = Headers.required(request, "PAYPAL-CERT-URL");
    PayPalEnvironment environment = PayPalEnvironment.of(url);
    unless(
        Headers.required(request, "PAYPAL-AUTH-ALGO").equals(ALGORITHM),
        RejectionReason.UNSUPPORTED_SCHEME);
    byte[] body = request.bytes();
    CRC32 crc = new CRC32();
    crc.update(body);
    byte[] signed =
        String.join("|", id, time, webhookId, Long.toString(crc.getValue()))
            .getBytes(StandardCharsets.UTF_8);
    PublicKey key = certificates.key(url, environment, settings().clock().instant());
    unless(
        isSigned(key, signed, SignatureText.decoded(signature)),
        RejectionReason.SIGNATURE_MISMATCH);
    EventBody content = EventBody.of(body);
    return fetchBack(
        new Event(
            content.firstId(id),
            content.textOrEmpty("/event_type"),
            content.text("/resource/id"),
            environment.mode()),
        body,
        WebhookTrust.SENDER);
  }

  private static boolean isSigned(PublicKey key, byte[] signed, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (SignatureException notOne) {
      return false;
    } catch (GeneralSecurityException noKeyOfRsa) {
      return false;
    }
  }
}
