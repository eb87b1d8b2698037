package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * The providers that sign nothing, but send a static token in a header with every delivery. Who has
 * seen one delivery (a proxy, a log) can send any other: the best answer is {@link
 * FetchBackRequired}, whatever the body says.
 */
public final class StaticTokenVerifier extends CheckedVerifier {

  private final String header;
  private final List<Secret> tokens;
  private final Function<EventBody, Event> reader;

  private StaticTokenVerifier(
      String provider,
      String header,
      VerifierSettings settings,
      Function<EventBody, Event> reader) {
    super(provider, settings);
    this.header = header;
    this.reader = reader;
    tokens = settings.requiredSecrets();
  }

  /**
   * Xendit: {@code x-callback-token} is the account's webhook verification token. The header {@code
   * webhook-id} is as unsigned as the rest and not in the event, whose id is the body's digest.
   * There is no signature of which the vendor could publish a vector: checked with cases of our
   * own.
   *
   * @param settings the tokens
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no token
   * @see <a href="https://docs.xendit.co/docs/handling-webhooks">Xendit, webhooks</a>
   */
  public static StaticTokenVerifier xendit(VerifierSettings settings) {
    return new StaticTokenVerifier(
        "xendit", "x-callback-token", settings, StaticTokenVerifier::xenditEvent);
  }

  /**
   * Flutterwave v3: {@code verif-hash} is the secret hash itself. There is no signature of which
   * the vendor could publish a vector: checked with cases of our own. For v4 see {@link
   * BodyHmacVerifier#flutterwave}.
   *
   * @param settings the secret hashes
   * @return the verifier
   * @throws io.travelsuite.InvalidRequestException if there is no secret hash
   * @see <a href="https://developer.flutterwave.com/v3.0/docs/webhooks">Flutterwave v3,
   *     webhooks</a>
   */
  public static StaticTokenVerifier flutterwave(VerifierSettings settings) {
    return new StaticTokenVerifier(
        "flutterwave", "verif-hash", settings, StaticTokenVerifier::flutterwaveEvent);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    byte[] token = Headers.signature(request, header).getBytes(StandardCharsets.UTF_8);
    boolean known = false;
    for (Secret secret : tokens) {
      known |= secret.matches(token);
    }
    unless(known, RejectionReason.SIGNATURE_MISMATCH);
    byte[] body = request.bytes();
    return fetchBack(reader.apply(EventBody.of(body)), body, WebhookTrust.SENDER);
  }

  /** The payments API wraps its object in {@code data}; invoices and disbursements are bare. */
  private static Event xenditEvent(EventBody body) {
    String wrapped = body.text("/data/id");
    String payment = body.text("/data/payment_id");
    String type = body.textOrEmpty("/event");
    return new Event(
        body.firstId(),
        type.isEmpty() ? body.textOrEmpty("/status") : type,
        payment != null ? payment : wrapped != null ? wrapped : body.text("/id"),
        null);
  }

  private static Event flutterwaveEvent(EventBody body) {
    String type = body.textOrEmpty("/event");
    return new Event(
        body.firstId(),
        type.isEmpty() ? body.textOrEmpty("/event.type") : type,
        body.text("/data/id"),
        null);
  }
}
