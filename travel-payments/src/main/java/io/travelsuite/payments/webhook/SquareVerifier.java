package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import java.nio.charset.StandardCharsets;

/**
 * Square: {@code x-square-hmacsha256-signature}, the Base64 of HMAC-SHA256 over the notification
 * URL and the body. The URL is the one of the settings to the letter, its query, if it was
 * registered with one, too; what the request says of its own is not looked at.
 *
 * <p>Everything in the body is signed. It does not say whether it is about real money.
 *
 * @see <a href="https://developer.squareup.com/docs/webhooks/step3validate">Square, validate</a>
 */
public final class SquareVerifier extends CheckedVerifier {

  private final Hmac hmac;
  private final byte[] url;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its signature keys and public URL
   * @throws io.travelsuite.InvalidRequestException if there is no key or no URL
   */
  public SquareVerifier(VerifierSettings settings) {
    super("square", settings);
    hmac = Hmac.of(Hmac.SHA256, settings);
    url = settings.requiredPublicUrl().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    byte[] body = request.bytes();
    unless(
        hmac.isBase64(Headers.signatures(request, "x-square-hmacsha256-signature"), url, body),
        RejectionReason.SIGNATURE_MISMATCH);
    return verified(body, SquareVerifier::event);
  }

  private static Event event(EventBody body) {
    return new Event(body.id("/event_id"), body.textOrEmpty("/type"), body.text("/data/id"), null);
  }
}
