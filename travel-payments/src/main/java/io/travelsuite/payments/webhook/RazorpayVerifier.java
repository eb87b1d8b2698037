package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

/**
 * Razorpay's webhooks: {@code X-Razorpay-Signature}, hex HMAC-SHA256 over the body by the webhook's
 * secret, which is not the API's.
 *
 * <p>Everything in the body is signed, but {@code x-razorpay-event-id} is not: whoever has one
 * delivery could send it again under other ids, so that the event's id is the digest of its body.
 * It does not say whether it is about real money.
 *
 * @see <a href="https://razorpay.com/docs/webhooks/validate-test/">Razorpay, validate</a>
 */
public final class RazorpayVerifier extends CheckedVerifier {

  private final Hmac hmac;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its webhook secrets
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public RazorpayVerifier(VerifierSettings settings) {
    super("razorpay", settings);
    hmac = Hmac.of(Hmac.SHA256, settings);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    byte[] body = request.bytes();
    unless(
        hmac.isHex(Headers.signatures(request, "X-Razorpay-Signature"), body),
        RejectionReason.SIGNATURE_MISMATCH);
    return verified(body, RazorpayVerifier::event);
  }

  private static Event event(EventBody body) {
    String type = body.textOrEmpty("/event");
    int dot = type.indexOf('.');
    String entity = dot < 0 ? type : type.substring(0, dot);
    String object = body.text("/payload/" + entity.replace("/", "") + "/entity/id");
    String payment = body.text("/payload/payment/entity/id");
    return new Event(body.firstId(), type, object == null ? payment : object, null);
  }
}
