package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adyen's platform, management and tokenization webhooks: {@code HmacSignature}, the Base64 of
 * HMAC-SHA256 over the body by the key in hex. Payments come by {@link AdyenItemVerifier}.
 *
 * <p>Everything in the body is signed; its {@code environment} is the event's mode.
 *
 * @see <a
 *     href="https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures">Adyen,
 *     verify HMAC signatures</a>
 */
public final class AdyenHeaderVerifier extends CheckedVerifier {

  private final Hmac hmac;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its keys in hex: both while one is being replaced, which takes Adyen a while
   * @throws io.travelsuite.InvalidRequestException if there is no key, or one is not hex
   */
  public AdyenHeaderVerifier(VerifierSettings settings) {
    super("adyen", settings);
    hmac = AdyenItemVerifier.hmac(settings);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    List<String> signatures = Headers.signatures(request, "HmacSignature");
    for (String protocol : request.headers("Protocol")) {
      unless(protocol.strip().equals("HmacSHA256"), RejectionReason.UNSUPPORTED_SCHEME);
    }
    byte[] body = request.bytes();
    unless(hmac.isBase64(signatures, body), RejectionReason.SIGNATURE_MISMATCH);
    return verified(body, AdyenHeaderVerifier::event);
  }

  /** Most have no id of their own: the same object is reported again when it changes. */
  private static Event event(EventBody body) {
    return new Event(
        body.id("/eventId"),
        body.textOrEmpty("/type"),
        body.text("/data/id"),
        mode(body.json().path("environment")));
  }

  private static @Nullable Mode mode(JsonNode environment) {
    return switch (environment.asText()) {
      case "live" -> Mode.LIVE;
      case "test" -> Mode.TEST;
      default -> null;
    };
  }
}
