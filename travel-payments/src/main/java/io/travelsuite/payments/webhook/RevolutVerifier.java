package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Revolut, Business and Merchant: {@code Revolut-Signature: v1=<hex>[,v1=…]}, HMAC-SHA256 over
 * {@code v1.<ms>.body}, the milliseconds from {@code Revolut-Request-Timestamp}. Everything in the
 * body is signed.
 *
 * @see <a
 *     href="https://developer.revolut.com/docs/guides/merchant/monitor-and-observe/webhooks/verify-the-payload-signature">
 *     Revolut, verify the payload signature</a>
 */
public final class RevolutVerifier extends CheckedVerifier {

  private static final String SCHEME = "v1=";

  private final Hmac hmac;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its signing secrets ({@code wsk_…}), clock and tolerance
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public RevolutVerifier(VerifierSettings settings) {
    super("revolut", settings);
    hmac = Hmac.of(Hmac.SHA256, settings);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    List<String> signatures = signatures(Headers.signatures(request, "Revolut-Signature"));
    String timestamp = Headers.required(request, "Revolut-Request-Timestamp");
    long millis = TimeWindow.parsed(timestamp);
    byte[] prefix = ("v1." + timestamp + ".").getBytes(StandardCharsets.US_ASCII);
    byte[] body = request.bytes();
    unless(hmac.isHex(signatures, prefix, body), RejectionReason.SIGNATURE_MISMATCH);
    TimeWindow.checkMillis(settings(), millis);
    return verified(body, RevolutVerifier::event);
  }

  private static List<String> signatures(List<String> values) throws Refusal {
    List<String> signatures = new ArrayList<>();
    boolean anyScheme = false;
    for (String item : String.join(",", values).split(",", -1)) {
      String part = item.strip();
      anyScheme |= part.indexOf('=') > 0;
      if (part.startsWith(SCHEME)) {
        signatures.add(part.substring(SCHEME.length()));
      }
    }
    unless(anyScheme, RejectionReason.MALFORMED_HEADER);
    unless(!signatures.isEmpty(), RejectionReason.UNSUPPORTED_SCHEME);
    return signatures;
  }

  /** Neither interface gives its events an id: an object comes to a state once. */
  private static Event event(EventBody body) {
    String type = body.textOrEmpty("/event");
    String order = body.text("/order_id");
    String object = order == null ? body.text("/data/id") : order;
    String id =
        object == null ? null : type + ":" + object + ":" + body.textOrEmpty("/data/new_state");
    return new Event(body.firstId(id), type, object, null);
  }
}
