package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import java.util.List;

/**
 * The providers whose signature is an HMAC of the whole body, in a header: nothing but the body is
 * signed, so that nothing but the body makes the event. No timestamp is signed; what stops a replay
 * is the event's id, read from the body.
 */
public final class BodyHmacVerifier extends CheckedVerifier {

  /** What GoCardless wants to be answered when a signature does not fit: 498, Token Invalid. */
  public static final int GO_CARDLESS_INVALID_TOKEN = 498;

  private final BodyHmacScheme scheme;
  private final Hmac hmac;

  private BodyHmacVerifier(BodyHmacScheme scheme, VerifierSettings settings) {
    super(scheme.provider(), settings);
    this.scheme = scheme;
    hmac = Hmac.of(scheme.algorithm(), settings);
  }

  /**
   * Checkout.com: {@code Cko-Signature}, the hex of HMAC-SHA256. The vendor publishes no vector:
   * this follows its description, checked with cases of our own.
   *
   * @param settings the webhook's signature keys
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   * @see <a
   *     href="https://www.checkout.com/docs/developer-resources/event-notifications/webhooks">Checkout.com,
   *     webhooks</a>
   */
  public static BodyHmacVerifier checkout(VerifierSettings settings) {
    return new BodyHmacVerifier(BodyHmacScheme.CHECKOUT, settings);
  }

  /**
   * Paystack: {@code x-paystack-signature}, the hex of HMAC-SHA512 by the API's secret key ({@code
   * sk_…}; there is no webhook secret of its own). Its {@code data.domain} is the event's mode. The
   * vendor publishes no vector: this follows its description, checked with cases of our own.
   *
   * @param settings the API's secret keys
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   * @see <a href="https://paystack.com/docs/payments/webhooks/">Paystack, webhooks</a>
   */
  public static BodyHmacVerifier paystack(VerifierSettings settings) {
    return new BodyHmacVerifier(BodyHmacScheme.PAYSTACK, settings);
  }

  /**
   * Flutterwave v4: {@code flutterwave-signature}, the Base64 of HMAC-SHA256 by the secret hash.
   * The vendor publishes no vector, and its description does not name the encoding: this follows
   * what public integrations do and takes hex, too, checked with cases of our own. For v3 see
   * {@link StaticTokenVerifier#flutterwave}.
   *
   * @param settings the secret hashes
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   * @see <a href="https://developer.flutterwave.com/docs/webhooks">Flutterwave, webhooks</a>
   */
  public static BodyHmacVerifier flutterwave(VerifierSettings settings) {
    return new BodyHmacVerifier(BodyHmacScheme.FLUTTERWAVE, settings);
  }

  /**
   * GoCardless: {@code Webhook-Signature}, the hex of HMAC-SHA256. A delivery is a batch of up to
   * 250 events, each an event of its own here; the vendor wants a {@link Rejected} one answered
   * with status {@value #GO_CARDLESS_INVALID_TOKEN}.
   *
   * @param settings the endpoint's secrets
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   * @see <a
   *     href="https://developer.gocardless.com/getting-started/staying-up-to-date-with-webhooks">
   *     GoCardless, webhooks</a>
   */
  public static BodyHmacVerifier goCardless(VerifierSettings settings) {
    return new BodyHmacVerifier(BodyHmacScheme.GOCARDLESS, settings);
  }

  /**
   * Shopify: {@code X-Shopify-Hmac-SHA256}, the Base64 of HMAC-SHA256 by the app's client secret.
   * Its other headers are not signed: with a genuine body anybody can write another topic, shop or
   * event id, so none of them is in the event, whose id is the body's digest. The vendor publishes
   * no vector: this follows its description, checked with cases of our own.
   *
   * @param settings the app's client secrets
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https">Shopify, HTTPS
   *     webhooks</a>
   */
  public static BodyHmacVerifier shopify(VerifierSettings settings) {
    return new BodyHmacVerifier(BodyHmacScheme.SHOPIFY, settings);
  }

  /**
   * GitHub: {@code X-Hub-Signature-256: sha256=<hex>}, HMAC-SHA256; the older {@code
   * X-Hub-Signature} with SHA-1 counts for nothing. {@code X-GitHub-Event} and {@code
   * X-GitHub-Delivery} are not signed and not in the event, whose id is the body's digest.
   *
   * @param settings the webhook's secrets
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   * @see <a
   *     href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub,
   *     validating deliveries</a>
   */
  public static BodyHmacVerifier gitHub(VerifierSettings settings) {
    return new BodyHmacVerifier(BodyHmacScheme.GITHUB, settings);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    List<String> candidates = scheme.candidates(Headers.signatures(request, scheme.header()));
    byte[] body = request.bytes();
    unless(scheme.fits(hmac, candidates, body), RejectionReason.SIGNATURE_MISMATCH);
    return scheme == BodyHmacScheme.GOCARDLESS
        ? batch(body, "/events", scheme::event)
        : verified(body, scheme::event);
  }
}
