package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Stripe: {@code Stripe-Signature: t=<s>,v1=<hex>[,v1=…][,v0=…]}, HMAC-SHA256 over {@code t.body},
 * its key the whole endpoint secret with its {@code whsec_}. Only {@code v1} counts. Unlike the
 * vendor's libraries it looks both ways: a timestamp too far ahead is refused, too.
 *
 * <p>Everything in the body is signed. Its {@code livemode} is the event's mode.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Stripe, verify manually</a>
 */
public final class StripeVerifier extends CheckedVerifier {

  private final Hmac hmac;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its secrets, clock and tolerance
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public StripeVerifier(VerifierSettings settings) {
    super("stripe", settings);
    hmac = Hmac.of(Hmac.SHA256, settings);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    String header = Headers.signature(request, "Stripe-Signature");
    String timestamp = "";
    List<String> signatures = new ArrayList<>(2);
    for (String item : header.split(",", -1)) {
      String part = item.strip();
      if (part.startsWith("t=") && timestamp.isEmpty()) {
        timestamp = part.substring(2);
      } else if (part.startsWith("t=")) {
        throw new Refusal(RejectionReason.MALFORMED_HEADER);
      } else if (part.startsWith("v1=")) {
        signatures.add(part.substring(3));
      }
    }
    long seconds = TimeWindow.parsed(timestamp);
    unless(!signatures.isEmpty(), RejectionReason.UNSUPPORTED_SCHEME);
    byte[] prefix = (timestamp + ".").getBytes(StandardCharsets.US_ASCII);
    byte[] body = request.bytes();
    unless(hmac.isHex(signatures, prefix, body), RejectionReason.SIGNATURE_MISMATCH);
    TimeWindow.checkSeconds(settings(), seconds);
    return verified(body, StripeVerifier::event);
  }

  private static Event event(EventBody body) {
    return new Event(
        body.id("/id"),
        body.textOrEmpty("/type"),
        body.text("/data/object/id"),
        body.liveAt("/livemode"));
  }
}
